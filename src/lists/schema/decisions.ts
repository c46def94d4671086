import { orderBy } from '../caml';
import { decisionKindChoices } from '../choices';
import { clientKey, pageOfRows, type ListSchema } from './columns';
import { placeOf } from './places';

export const decisions: ListSchema = {
  ...placeOf('Decisions'),
  description: 'Hvad et møde besluttede. Uden indsatser gælder beslutningen hele planen.',
  titleColumn: { title: 'Titel', required: true },
  columns: [
    { name: 'Meeting', title: 'Møde', type: 'Lookup', required: true, lookup: 'Meetings' },
    { name: 'Initiatives', title: 'Indsatser', type: 'LookupMulti', lookup: 'Initiatives' },
    { name: 'ObsPoint', title: 'OBS-punkt', type: 'Lookup', lookup: 'ObsPoints' },
    { name: 'DecisionKind', title: 'Art', type: 'Choice', required: true, choices: Object.values(decisionKindChoices) },
    { name: 'DecisionText', title: 'Beslutning', type: 'Note', required: true },
    clientKey
  ],
  views: [{ title: 'Alle', fields: ['LinkTitle', 'Meeting', 'DecisionKind', 'DecisionText'], query: orderBy({ name: 'ID', descending: true }), rowLimit: pageOfRows }],
  writers: ['finance', 'directors'], addOnly: false
};
