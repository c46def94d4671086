import type { Decision } from '../../../src/plan/decision';
import type { EconomyLine } from '../../../src/plan/economyLine';
import type { FollowUp } from '../../../src/plan/followUp';
import type { Initiative } from '../../../src/plan/initiative';
import type { Meeting, MeetingDetails } from '../../../src/plan/meeting';
import type { ObsPoint } from '../../../src/plan/obsPoint';
import type { MonthRows, PlanSite, Rights } from '../../../src/plan/ports/planStore';
import type { RecordSource, RecordStamp } from '../../../src/plan/record/makeRecord';
import { noTexts, reportKeyOf, type StatusReport } from '../../../src/plan/statusReport';
import type { StrategicEffort } from '../../../src/plan/strategicEffort';

/** Small makers of domain objects: everything has an ordinary value, a test says only what it is about. */

export function anInitiative(id: number, changes: Partial<Initiative> = {}): Initiative {
  return {
    id, etag: '"1"', title: `Indsats ${id}`, originalText: `Indsats ${id}`, planYear: '2025', sortOrder: id, marks: [], crossCutting: true,
    highlighted: false, lifecycle: 'InProgress', department: 'Fællesforvaltningen', committees: [], directorRole: 'Direktør', chiefRole: 'Fagchef',
    problems: [], ...changes
  };
}

export function aReport(initiativeId: number, changes: Partial<StatusReport> = {}): StatusReport {
  const period = changes.period ?? '2025-04';
  const subject = { kind: 'initiative', id: initiativeId } as const;
  return {
    ...noTexts, id: initiativeId + 1000, etag: '"1"', reportKey: reportKeyOf(subject, period), subject, period, responsibleRole: 'Fagchef',
    state: 'Submitted', onBehalfOf: '', problems: [], ...changes
  };
}

export function anObsPoint(id: number, changes: Partial<ObsPoint> = {}): ObsPoint {
  return {
    id, etag: '"1"', title: 'OBS', initiativeIds: [1], level: 'Executive', text: 'Se her', proposedAction: '', state: 'Open', raisedPeriod: '2025-02',
    closingText: '', sortOrder: id, problems: [], ...changes
  };
}

export function aMeeting(period: string, changes: Partial<Meeting> = {}): Meeting {
  return {
    id: Number(period.slice(5)), etag: '"1"', title: `Møde ${period}`, meetingKey: `DIR:${period}`, forum: 'Direktion', period,
    meetingDate: `${period}-26`, statusDeadline: `${period}-18`, state: 'Open', openedAt: `${period}-03T07:00:00Z`, ...changes
  };
}

/** What a reader may do. */
export const noRights: Rights = {
  manageSite: false, addInitiatives: false, editInitiatives: false, editReports: false, addReports: false, addObs: false, editObs: false, addMeetings: false, editMeetings: false,
  addDecisions: false, editDecisions: false, addFollowUps: false, editFollowUps: false, editEfforts: false, editEconomy: false, editSettings: false, addAnnexes: false
};

export function aSite(changes: Partial<PlanSite> = {}): PlanSite {
  return {
    url: 'https://kommune.example/sites/direktionen', title: 'Direktionen', me: { id: 7, name: 'Fagchef', loginName: 'fagchef' },
    rights: { ...noRights, editReports: true, addReports: true, editFollowUps: true, addFollowUps: true },
    timeZone: 'Europe/Copenhagen', planYear: '2025', meetings: [aMeeting('2025-04')], stamps: {}, ...changes
  };
}

export function aMonth(changes: Partial<MonthRows> = {}): MonthRows {
  return { planYear: '2025', period: '2025-04', initiatives: [], efforts: [], reports: [], obsPoints: [], ...changes };
}

export function meetingDetails(period: string, changes: Partial<MeetingDetails> = {}): MeetingDetails {
  return {
    ...aMeeting(period), focusInitiativeIds: [], focusText: '', invitedIds: [], invitedText: '', attendingIds: [], attendingText: '', presenters: '',
    caseOwners: 'Fællesforvaltningsdirektør og økonomichef', caseNumber: '', background: '', casePresentation: '', recommendation: '', closedItem: false, ...changes
  };
}

export function anEffort(id: number, changes: Partial<StrategicEffort> = {}): StrategicEffort {
  return { id, etag: '"1"', title: `Strategisk indsats ${id}`, description: '', ownerRole: 'Direktør', initiativeIds: [], sortOrder: id, ...changes };
}

export function aDecision(id: number, changes: Partial<Decision> = {}): Decision {
  return { id, etag: '"1"', title: `Beslutning ${id}`, meetingId: 4, initiativeIds: [], kind: 'Decided', text: `Det blev besluttet ${id}`, problems: [], ...changes };
}

export function aFollowUp(id: number, changes: Partial<FollowUp> = {}): FollowUp {
  return { id, etag: '"1"', title: `Opfølgning ${id}`, responsibleRole: 'Fagchef', state: 'NotStarted', note: '', problems: [], ...changes };
}

export function aRecordSource(changes: Partial<RecordSource> = {}): RecordSource {
  return { site: aSite(), month: aMonth(), meeting: meetingDetails('2025-04'), decisions: [], followUps: [], legend: { I: 'Investering', B: 'Besparelse' }, ...changes };
}

export const lockStamp: RecordStamp = { revision: 'A', reason: '', madeAt: '2025-04-22T10:00:00Z', madeBy: 'Direktionssekretariatet' };

export function anEconomyLine(id: number, changes: Partial<EconomyLine> = {}): EconomyLine {
  return { id, etag: '"1"', title: `Linje ${id}`, initiativeId: 1, budgetYear: '2025', area: 'Administration', priceLevel: '2025-pl', problems: [], ...changes };
}
