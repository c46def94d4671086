import { both, either, equals, isMe, orderBy, where } from '../caml';
import { followUpStateChoices } from '../choices';
import { clientKey, pageOfRows, type ListSchema } from './columns';
import { placeOf } from './places';

const columnsShown = ['LinkTitle', 'ResponsibleRole', 'DueDate', 'FollowUpState', 'Note'];
const open = either(equals('FollowUpState', 'Choice', followUpStateChoices.NotStarted), equals('FollowUpState', 'Choice', followUpStateChoices.InProgress));

export const followUps: ListSchema = {
  ...placeOf('FollowUps'),
  description: 'Hvad en beslutning satte i gang, med ansvarlig og frist.',
  titleColumn: { title: 'Titel', required: true },
  columns: [
    { name: 'Decision', title: 'Beslutning', type: 'Lookup', lookup: 'Decisions' },
    { name: 'Initiative', title: 'Indsats', type: 'Lookup', lookup: 'Initiatives' },
    { name: 'Responsible', title: 'Ansvarlig', type: 'User' },
    { name: 'ResponsibleRole', title: 'Ansvarlig (rolle)', type: 'Text' },
    { name: 'DueDate', title: 'Frist', type: 'DateOnly', indexed: true },
    { name: 'FollowUpState', title: 'Tilstand', type: 'Choice', required: true, indexed: true, choices: Object.values(followUpStateChoices) },
    { name: 'Note', title: 'Bemærkning', type: 'Note' },
    clientKey
  ],
  views: [
    { title: 'Mine åbne opfølgninger', fields: columnsShown, query: where(both(open, isMe('Responsible'))) + orderBy({ name: 'DueDate' }), rowLimit: pageOfRows },
    { title: 'Alle', fields: columnsShown, query: orderBy({ name: 'DueDate' }), rowLimit: pageOfRows }
  ],
  writers: ['chiefs', 'finance', 'directors'], addOnly: false
};
