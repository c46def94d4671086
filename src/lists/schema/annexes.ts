import { pageOfRows, type ListSchema } from './columns';
import { placeOf } from './places';

export const annexes: ListSchema = {
  ...placeOf('Annexes'),
  description: 'Hvad direktionen fik forelagt: ét uforanderligt sæt filer pr. møde og revision.',
  titleColumn: { title: 'Titel', required: false },
  columns: [],
  views: [{ title: 'Alle', fields: ['DocIcon', 'LinkFilename', 'Modified', 'Editor'], query: '', rowLimit: pageOfRows }],
  writers: ['finance', 'directors'], addOnly: true
};
