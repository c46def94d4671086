import { orderBy } from '../caml';
import { clientKey, pageOfRows, type ListSchema } from './columns';
import { placeOf } from './places';

export const strategicEfforts: ListSchema = {
  ...placeOf('StrategicEfforts'),
  description: 'Direktionens strategiske indsatser og deres kobling til planens indsatser.',
  titleColumn: { title: 'Titel', required: true },
  columns: [
    { name: 'Description', title: 'Beskrivelse', type: 'Note' },
    { name: 'Owner', title: 'Ejer', type: 'User' },
    { name: 'OwnerRole', title: 'Ejer (rolle)', type: 'Text' },
    { name: 'Initiatives', title: 'Indsatser', type: 'LookupMulti', lookup: 'Initiatives' },
    { name: 'ValidFrom', title: 'Gælder fra', type: 'DateOnly', indexed: true },
    { name: 'ValidTo', title: 'Gælder til', type: 'DateOnly' },
    { name: 'SortOrder', title: 'Rækkefølge', type: 'Number' },
    clientKey
  ],
  views: [{ title: 'Alle', fields: ['LinkTitle', 'OwnerRole', 'ValidFrom', 'ValidTo'], query: orderBy({ name: 'SortOrder' }), rowLimit: pageOfRows }],
  writers: ['directors'], addOnly: false
};
