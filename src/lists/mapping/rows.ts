import type { TimeZone } from '../../plan/calendar';
import type { Initiative, InitiativeTexts } from '../../plan/initiative';
import type { Meeting } from '../../plan/meeting';
import type { ObsPoint } from '../../plan/obsPoint';
import type { Period } from '../../plan/period';
import type { EarlierReport } from '../../plan/sinceLast';
import type { ReportState, StatusReport, StatusTexts, Subject } from '../../plan/statusReport';
import type { StrategicEffort } from '../../plan/strategicEffort';
import {
  economyChoices, lifecycleChoices, meetingStateChoices, obsLevelChoices, obsStateChoices, obsTypeChoices, progressChoices, reportStateChoices, sourceChoices, yesNoChoices
} from '../choices';
import { RowReader, type Row } from './reader';

/** What is asked of each list, and how its rows become the plan's. The light part: long texts come with the opened row. */
export const initiativeColumns = [
  'Id', 'Title', 'OriginalText', 'PlanYear', 'SortOrder', 'Code', 'Marks', 'CrossCutting', 'Highlighted', 'HighlightedSince', 'Lifecycle', 'Source', 'Department',
  'Committees', 'DirectorId', 'DirectorRole', 'ChiefId', 'ChiefRole', 'DeputyId', 'StartDate', 'EndDate', 'PredecessorId'
];

export function initiativeOf(row: Row, timeZone: TimeZone): Initiative {
  const read = new RowReader(row, timeZone);
  return {
    id: read.id, etag: read.etag, title: read.text('Title'), originalText: read.text('OriginalText') || read.text('Title'), planYear: read.text('PlanYear'),
    sortOrder: read.number('SortOrder') ?? Number.MAX_SAFE_INTEGER, code: read.optionalText('Code'), marks: read.texts('Marks'), crossCutting: read.flag('CrossCutting'),
    highlighted: read.flag('Highlighted'), highlightedSince: read.day('HighlightedSince'), lifecycle: read.choice('Lifecycle', lifecycleChoices) ?? 'Proposed',
    source: read.choice('Source', sourceChoices), department: read.text('Department'), committees: read.texts('Committees'), directorId: read.reference('Director'),
    directorRole: read.text('DirectorRole'), chiefId: read.reference('Chief'), chiefRole: read.text('ChiefRole'), deputyId: read.reference('Deputy'),
    startDate: read.day('StartDate'), endDate: read.day('EndDate'), predecessorId: read.reference('Predecessor'), problems: read.problems
  };
}

export const initiativeTextColumns = ['Id', 'CoordinatesWith', 'Description', 'PoliticalBasis', 'LifecycleReason'];

export function initiativeTextsOf(row: Row): InitiativeTexts {
  const read = new RowReader(row, 'UTC');
  return { coordinatesWith: read.text('CoordinatesWith'), description: read.text('Description'), politicalBasis: read.text('PoliticalBasis'), lifecycleReason: read.text('LifecycleReason') };
}

export const effortColumns = ['Id', 'Title', 'Description', 'OwnerId', 'OwnerRole', 'InitiativesId', 'ValidFrom', 'ValidTo', 'SortOrder'];

export function effortOf(row: Row, timeZone: TimeZone): StrategicEffort {
  const read = new RowReader(row, timeZone);
  return {
    id: read.id, etag: read.etag, title: read.text('Title'), description: read.text('Description'), ownerId: read.reference('Owner'), ownerRole: read.text('OwnerRole'),
    initiativeIds: read.ids('InitiativesId'), validFrom: read.day('ValidFrom'), validTo: read.day('ValidTo'), sortOrder: read.number('SortOrder') ?? 0
  };
}

/** What people write of a status beside its progress. */
export const statusTextColumns = ['EconomyOutlook', 'StatusText', 'NextSteps', 'NeedsCoordination', 'CoordinationText'];

export const reportColumns = [
  'Id', 'ReportKey', 'InitiativeId', 'StrategicEffortId', 'Period', 'ResponsibleId', 'ResponsibleRole', 'Progress', ...statusTextColumns, 'ReportState', 'SubmittedAt', 'OnBehalfOf'
];

export function reportOf(row: Row, timeZone: TimeZone): StatusReport {
  const read = new RowReader(row, timeZone);
  return {
    id: read.id, etag: read.etag, reportKey: read.text('ReportKey'), subject: subjectOf(read), period: read.text('Period'), responsibleId: read.reference('Responsible'),
    responsibleRole: read.text('ResponsibleRole'), ...statusTextsOf(read), state: reportStateOf(read), submittedAt: read.instant('SubmittedAt'), onBehalfOf: read.text('OnBehalfOf'), problems: read.problems
  };
}

export const earlierReportColumns = ['ReportKey', 'Progress', 'ReportState'];

/** A month's report as later months see it. What cannot be read in it was said in its own month. */
export function earlierReportOf(row: Row, period: Period, withTexts: boolean): EarlierReport {
  const read = new RowReader(row, 'UTC');
  return {
    reportKey: read.text('ReportKey'), period, state: reportStateOf(read), progress: read.choice('Progress', progressChoices), texts: withTexts ? statusTextsOf(read) : undefined
  };
}

/** A state we cannot read is treated as not handed in: better asked for twice than shown as received. */
function reportStateOf(read: RowReader): ReportState {
  return read.choice('ReportState', reportStateChoices) ?? 'Missing';
}

function statusTextsOf(read: RowReader): StatusTexts {
  const needs = read.choice('NeedsCoordination', yesNoChoices);
  return {
    progress: read.choice('Progress', progressChoices), economyOutlook: read.choice('EconomyOutlook', economyChoices), statusText: read.text('StatusText'),
    nextSteps: read.text('NextSteps'), needsCoordination: needs && needs === 'yes', coordinationText: read.text('CoordinationText')
  };
}

export const meetingColumns = ['Id', 'Title', 'MeetingKey', 'Forum', 'Period', 'MeetingDate', 'StatusDeadline', 'MeetingState', 'OpenedAt', 'LockedAt'];

/** undefined for a meeting without a date: it cannot be put in the calendar, so it carries no round. */
export function meetingOf(row: Row, timeZone: TimeZone): Meeting | undefined {
  const meeting = anyMeetingOf(row, timeZone);
  return meeting.meetingDate === '' ? undefined : meeting;
}

/** The same for one whose row is being written: a date that somebody emptied meanwhile is an empty text. */
export function anyMeetingOf(row: Row, timeZone: TimeZone): Meeting {
  const read = new RowReader(row, timeZone);
  return {
    id: read.id, etag: read.etag, title: read.text('Title'), meetingKey: read.text('MeetingKey'), forum: read.text('Forum'), period: read.text('Period'),
    meetingDate: read.day('MeetingDate') ?? '', statusDeadline: read.day('StatusDeadline'), state: read.choice('MeetingState', meetingStateChoices) ?? 'Planned',
    openedAt: read.instant('OpenedAt'), lockedAt: read.instant('LockedAt')
  };
}

export const obsColumns = [
  'Id', 'Title', 'InitiativesId', 'StrategicEffortId', 'ObsLevel', 'ObsType', 'ObsText', 'ProposedAction', 'ObsState', 'RaisedPeriod', 'ClosedPeriod', 'ClosingText', 'SortOrder'
];

export function obsPointOf(row: Row, timeZone: TimeZone): ObsPoint {
  const read = new RowReader(row, timeZone);
  return {
    id: read.id, etag: read.etag, title: read.text('Title'), initiativeIds: read.ids('InitiativesId'), effortId: read.reference('StrategicEffort'),
    level: read.choice('ObsLevel', obsLevelChoices) ?? 'Executive', type: read.choice('ObsType', obsTypeChoices), text: read.text('ObsText'), proposedAction: read.text('ProposedAction'),
    state: read.choice('ObsState', obsStateChoices) ?? 'Open', raisedPeriod: read.text('RaisedPeriod'), closedPeriod: read.optionalText('ClosedPeriod'),
    closingText: read.text('ClosingText'), sortOrder: read.number('SortOrder') ?? Number.MAX_SAFE_INTEGER, problems: read.problems
  };
}

function subjectOf(read: RowReader): Subject {
  const key = /^([IS])(\d+):/.exec(read.text('ReportKey'));
  return { kind: key?.[1] === 'S' ? 'effort' : 'initiative', id: Number(key?.[2] ?? 0) };
}
