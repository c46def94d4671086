import { both, either, equals, isMe, orderBy, where } from '../caml';
import { economyChoices, progressChoices, reportStateChoices, yesNoChoices } from '../choices';
import { choiceFormat } from './columnFormats';
import { pageOfRows, type ListSchema } from './columns';
import { placeOf } from './places';

const columnsShown = ['LinkTitle', 'Period', 'ResponsibleRole', 'Progress', 'StatusText', 'NextSteps', 'NeedsCoordination', 'ReportState'];
const notSubmitted = either(equals('ReportState', 'Choice', reportStateChoices.Missing), equals('ReportState', 'Choice', reportStateChoices.Draft));

const progressFormat = choiceFormat([
  { choice: progressChoices.NotStarted, sign: '○', colour: '#605E5C' },
  { choice: progressChoices.OnTrack, sign: '✓', colour: '#107C10' },
  { choice: progressChoices.Attention, sign: '▲', colour: '#8A5A00' },
  { choice: progressChoices.OffTrack, sign: '◆', colour: '#5C2E91' },
  { choice: progressChoices.Paused, sign: 'Ⅱ', colour: '#605E5C' },
  { choice: progressChoices.Completed, sign: '●', colour: '#005A9E' }
], '#323130');

export const statusReports: ListSchema = {
  ...placeOf('StatusReports'),
  description: 'Månedens status: én række pr. emne og måned. Rækkerne dannes, når runden åbnes; fagchefen udfylder dem.',
  titleColumn: { title: 'Emne', required: false },
  columns: [
    { name: 'ReportKey', title: 'Nøgle', type: 'Text', required: true, unique: true, indexed: true },
    { name: 'Initiative', title: 'Indsats', type: 'Lookup', lookup: 'Initiatives' },
    { name: 'StrategicEffort', title: 'Strategisk indsats', type: 'Lookup', lookup: 'StrategicEfforts' },
    { name: 'Period', title: 'Periode', type: 'Text', required: true, indexed: true },
    { name: 'Responsible', title: 'Ansvarlig', type: 'User' },
    { name: 'ResponsibleRole', title: 'Ansvarlig (rolle)', type: 'Text' },
    { name: 'Progress', title: 'Fremdrift', type: 'Choice', choices: Object.values(progressChoices), format: progressFormat },
    { name: 'EconomyOutlook', title: 'Økonomi', type: 'Choice', choices: Object.values(economyChoices) },
    { name: 'StatusText', title: 'Status siden sidst', type: 'Note' },
    { name: 'NextSteps', title: 'Næste skridt', type: 'Note' },
    { name: 'NeedsCoordination', title: 'Kræver hjælp eller koordinering', type: 'Choice', choices: Object.values(yesNoChoices) },
    { name: 'CoordinationText', title: 'Hvad er der brug for', type: 'Note' },
    { name: 'ReportState', title: 'Tilstand', type: 'Choice', required: true, indexed: true, choices: Object.values(reportStateChoices) },
    { name: 'SubmittedAt', title: 'Indsendt', type: 'DateTime' },
    { name: 'OnBehalfOf', title: 'På vegne af', type: 'Text' }
  ],
  views: [
    { title: 'Nyeste først', fields: columnsShown, query: orderBy({ name: 'Period', descending: true }), rowLimit: pageOfRows },
    { title: 'Mine åbne statusser', fields: columnsShown, query: where(both(notSubmitted, isMe('Responsible'))), rowLimit: pageOfRows },
    { title: 'Alle', fields: columnsShown, query: '', rowLimit: pageOfRows }
  ],
  writers: ['chiefs', 'finance', 'directors'], addOnly: false
};
