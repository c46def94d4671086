import { isMe, orderBy, where } from '../caml';
import { lifecycleChoices, sourceChoices } from '../choices';
import { clientKey, pageOfRows, type ListSchema } from './columns';
import { placeOf } from './places';

const columnsShown = ['LinkTitle', 'Code', 'Marks', 'Department', 'ChiefRole', 'Lifecycle', 'Highlighted', 'PlanYear'];

export const initiatives: ListSchema = {
  ...placeOf('Initiatives'),
  description: 'Udmøntningsplanens indsatser, én række pr. indsats og planår.',
  titleColumn: { title: 'Titel', required: true },
  columns: [
    { name: 'OriginalText', title: 'Tekst som i planen', type: 'Note' },
    { name: 'PlanYear', title: 'Planår', type: 'Text', required: true, indexed: true },
    { name: 'SortOrder', title: 'Rækkefølge', type: 'Number', indexed: true },
    { name: 'Code', title: 'Kode', type: 'Text', indexed: true },
    { name: 'Marks', title: 'Mærker', type: 'MultiChoice', choices: ['I', 'B'], fillIn: true },
    { name: 'CrossCutting', title: 'Tværgående', type: 'Boolean', indexed: true },
    { name: 'Highlighted', title: 'Særligt behov for tværgående koordination', type: 'Boolean', indexed: true },
    { name: 'HighlightedSince', title: 'Fremhævet siden', type: 'DateOnly' },
    { name: 'Lifecycle', title: 'Livsforløb', type: 'Choice', required: true, indexed: true, choices: Object.values(lifecycleChoices) },
    { name: 'LifecycleReason', title: 'Begrundelse for livsforløb', type: 'Note' },
    { name: 'Source', title: 'Kilde', type: 'Choice', choices: Object.values(sourceChoices) },
    { name: 'Department', title: 'Ansvarlig forvaltning', type: 'Choice', required: true, indexed: true, choices: [], fillIn: true },
    { name: 'Committees', title: 'Politisk udvalg', type: 'MultiChoice', choices: [], fillIn: true },
    { name: 'Director', title: 'Ansvarlig direktør', type: 'User' },
    { name: 'DirectorRole', title: 'Ansvarlig direktør (rolle)', type: 'Text' },
    { name: 'Chief', title: 'Ansvarlig fagchef', type: 'User', indexed: true },
    { name: 'ChiefRole', title: 'Ansvarlig fagchef (rolle)', type: 'Text' },
    { name: 'Deputy', title: 'Stedfortræder', type: 'User' },
    { name: 'CoordinatesWith', title: 'Skal koordineres med', type: 'Note' },
    { name: 'Description', title: 'Beskrivelse', type: 'Note' },
    { name: 'PoliticalBasis', title: 'Politisk grundlag', type: 'Note' },
    { name: 'StartDate', title: 'Start', type: 'DateOnly' },
    { name: 'EndDate', title: 'Slut', type: 'DateOnly' },
    { name: 'Predecessor', title: 'Forgænger', type: 'Lookup', lookup: 'Initiatives' },
    clientKey
  ],
  views: [
    { title: 'Alle', fields: columnsShown, query: orderBy({ name: 'PlanYear', descending: true }, { name: 'SortOrder' }), rowLimit: pageOfRows },
    { title: 'Mine indsatser', fields: columnsShown, query: where(isMe('Chief')) + orderBy({ name: 'SortOrder' }), rowLimit: pageOfRows }
  ],
  writers: ['finance', 'directors'], addOnly: false
};
