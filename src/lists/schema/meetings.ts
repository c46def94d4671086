import { orderBy } from '../caml';
import { meetingStateChoices } from '../choices';
import { pageOfRows, type ListSchema } from './columns';
import { placeOf } from './places';

export const meetings: ListSchema = {
  ...placeOf('Meetings'),
  description: 'Møder, der behandler planen. Et direktionsmøde, der er åbnet, er en statusrunde.',
  titleColumn: { title: 'Titel', required: true },
  columns: [
    { name: 'MeetingKey', title: 'Mødenøgle', type: 'Text', required: true, unique: true, indexed: true },
    {
      name: 'Forum', title: 'Forum', type: 'Choice', required: true, indexed: true, fillIn: true,
      choices: ['Direktion', 'Koncernledelse', 'Økonomiudvalget', 'Kommunalbestyrelsen']
    },
    { name: 'Period', title: 'Periode', type: 'Text', required: true, indexed: true },
    { name: 'MeetingDate', title: 'Mødedato', type: 'DateOnly', required: true, indexed: true },
    { name: 'StatusDeadline', title: 'Frist for status', type: 'DateOnly' },
    { name: 'MeetingState', title: 'Tilstand', type: 'Choice', required: true, indexed: true, choices: Object.values(meetingStateChoices) },
    { name: 'OpenedAt', title: 'Åbnet', type: 'DateTime' },
    { name: 'LockedAt', title: 'Låst', type: 'DateTime' },
    { name: 'FocusInitiatives', title: 'Fokusindsatser', type: 'LookupMulti', lookup: 'Initiatives' },
    { name: 'FocusText', title: 'Fokus', type: 'Note' },
    { name: 'Invited', title: 'Indkaldt', type: 'UserMulti' },
    { name: 'InvitedText', title: 'Indkaldt (roller)', type: 'Note' },
    { name: 'Attending', title: 'Deltager i punktet', type: 'UserMulti' },
    { name: 'AttendingText', title: 'Deltager i punktet (roller)', type: 'Note' },
    { name: 'Presenters', title: 'Fremlægges af', type: 'Note' },
    { name: 'CaseOwners', title: 'Sagsansvarlig', type: 'Note' },
    { name: 'CaseNumber', title: 'Sagsnummer', type: 'Text' },
    { name: 'Background', title: 'Baggrund', type: 'Note' },
    { name: 'CasePresentation', title: 'Sagsfremstilling', type: 'Note' },
    { name: 'Recommendation', title: 'Indstilling', type: 'Note' },
    { name: 'IsClosedItem', title: 'Lukket punkt', type: 'Boolean' }
  ],
  views: [
    { title: 'Alle', fields: ['LinkTitle', 'Forum', 'MeetingDate', 'StatusDeadline', 'MeetingState'], query: orderBy({ name: 'MeetingDate', descending: true }), rowLimit: pageOfRows }
  ],
  writers: ['finance', 'directors'], addOnly: false
};
