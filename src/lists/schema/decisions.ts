import { orderBy } from '../caml';
import { decisionKindChoices } from '../choices';
import { clientKey, pageOfRows, type ListSchema } from './columns';

export const decisions: ListSchema = {
  key: 'Decisions', folder: 'UplDecisions', title: 'Udmøntningsplan – Beslutninger', library: false,
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
