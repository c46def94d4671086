import { samplePlan } from '../../../sharepoint/sample/samplePlan';
import {
  codeOf, economyChoices, lifecycleChoices, meetingStateChoices, obsLevelChoices, obsStateChoices, obsTypeChoices, progressChoices, reportStateChoices, sourceChoices, type ChoiceTexts
} from '../../../src/lists/choices';
import type { Decision, DecisionKind } from '../../../src/plan/decision';
import type { EconomyLine } from '../../../src/plan/economyLine';
import type { FollowUp, FollowUpState } from '../../../src/plan/followUp';
import type { MeetingDetails } from '../../../src/plan/meeting';
import { addMonths, type Period } from '../../../src/plan/period';
import { makeRecord, type RecordSource } from '../../../src/plan/record/makeRecord';
import type { MonthRecord } from '../../../src/plan/record/monthRecord';
import { reportKeyOf, type StatusReport, type Subject } from '../../../src/plan/statusReport';
import { aSite, meetingDetails } from '../../plan/support/samples';

/** The sample plan as domain objects, as the lists would give them: what the documents are tried on. */

const { initiatives, strategicEfforts, statusReports, meetings, obsPoints, decisions, followUps, economyLines } = samplePlan;
const idIn = (rows: readonly { key: string }[]) => (key: string): number => rows.findIndex((row) => row.key === key) + 1;
const initiativeId = idIn(initiatives);
const effortId = idIn(strategicEfforts);
const obsId = idIn(obsPoints);
const meetingId = (key: string): number => meetings.findIndex(({ MeetingKey }) => MeetingKey === key) + 1;
const stored = (index: number): { id: number; etag: string; problems: [] } => ({ id: index + 1, etag: '"1"', problems: [] });
const decisionKinds: Record<string, DecisionKind> = {
  Besluttet: 'Decided', Godkendt: 'Approved', 'Taget til efterretning': 'Noted', Drøftet: 'Discussed', Udsat: 'Postponed', 'Oversendt til ØK': 'ToOEK', 'Oversendt til udvalg': 'ToCommittee'
};
const followUpStates: Record<string, FollowUpState> = { 'Ikke startet': 'NotStarted', 'I gang': 'InProgress', Udført: 'Done', Bortfaldet: 'Dropped' };

export const sampleDecisions: Decision[] = decisions.map((row, index) => ({
  ...stored(index), title: row.Title, meetingId: meetingId(row.Meeting), initiativeIds: row.Initiatives.map(initiativeId), obsPointId: row.ObsPoint ? obsId(row.ObsPoint) : undefined,
  kind: decisionKinds[row.DecisionKind], text: row.DecisionText
}));

export const sampleFollowUps: FollowUp[] = followUps.map((row, index) => {
  const decision = decisions.findIndex(({ key }) => key === row.Decision);
  return {
    ...stored(index), title: row.Title, decisionId: decision + 1, initiativeId: sampleDecisions[decision]?.initiativeIds[0], responsibleRole: row.ResponsibleRole, dueDate: row.DueDate,
    state: followUpStates[row.FollowUpState], note: ''
  };
});

export const sampleEconomy: EconomyLine[] = economyLines.map((row, index) => ({
  ...stored(index), title: row.Title, initiativeId: initiativeId(row.Initiative), budgetYear: row.BudgetYear, mark: row.Mark ?? undefined, area: row.Area, planned: row.AmountPlanned,
  priceLevel: row.PriceLevel
}));

/** The month of a board meeting as it stood when the round was about to be locked. */
export function sampleSource(period: Period): RecordSource {
  const key = `DIR:${period}`;
  return {
    site: aSite({ meetings: meetings.map(({ MeetingKey }) => meetingOf(MeetingKey)) }),
    meeting: meetingOf(key),
    month: {
      planYear: '2025', period,
      initiatives: initiatives.map((row, index) => ({
        ...stored(index), title: row.Title, originalText: row.OriginalText, planYear: row.PlanYear, sortOrder: row.SortOrder, code: row.Code ?? undefined, marks: row.Marks,
        crossCutting: row.CrossCutting, highlighted: row.Highlighted, highlightedSince: row.HighlightedSince, lifecycle: code(lifecycleChoices, row.Lifecycle),
        source: codeOf(sourceChoices, row.Source), department: row.Department, committees: row.Committees, directorRole: row.DirectorRole, chiefRole: row.ChiefRole
      })),
      efforts: strategicEfforts.map((row, index) => ({
        ...stored(index), title: row.Title, description: '', ownerRole: row.OwnerRole, initiativeIds: row.Initiatives.map(initiativeId), validFrom: row.ValidFrom, sortOrder: row.SortOrder
      })),
      reports: reportsOf(period),
      obsPoints: obsPoints.map((row, index) => {
        const texts = row.texts.filter(({ Period }) => Period <= period);
        const text = texts[texts.length - 1] ?? row.texts[0];
        // The lock is before the meeting: what the meeting closed was still open.
        const closed = row.ClosedPeriod !== null && row.ClosedPeriod < period;
        return {
          ...stored(index), title: row.Title, initiativeIds: row.Initiatives.map(initiativeId), level: code(obsLevelChoices, row.ObsLevel), type: codeOf(obsTypeChoices, row.ObsType),
          text: text.ObsText, proposedAction: text.ProposedAction, state: closed ? code(obsStateChoices, row.ObsState) : 'Open', raisedPeriod: row.RaisedPeriod,
          closedPeriod: closed ? row.ClosedPeriod ?? undefined : undefined,
          closingText: '', sortOrder: index
        };
      })
    },
    previous: period > '2025-02' ? { period: addMonths(period, -1), reports: reportsOf(addMonths(period, -1)) } : undefined,
    decisions: sampleDecisions, followUps: sampleFollowUps, legend: { I: 'Investering', B: 'Besparelse' }
  };
}

/** That month's record at the lock. */
export function sampleRecord(period: Period, changes: Partial<MeetingDetails> = {}): MonthRecord {
  const source = sampleSource(period);
  return makeRecord(
    { ...source, meeting: { ...source.meeting, ...changes } },
    { revision: 'A', reason: '', madeAt: source.meeting.lockedAt ?? `${period}-22T10:00:00Z`, madeBy: 'Direktionssekretariatet' }
  );
}

function reportsOf(period: Period): StatusReport[] {
  return statusReports.filter((row) => row.Period === period).map((row, index) => {
    const subject: Subject = row.subject.startsWith('SI') ? { kind: 'effort', id: effortId(row.subject) } : { kind: 'initiative', id: initiativeId(row.subject) };
    return {
      ...stored(index), reportKey: reportKeyOf(subject, period), subject, period, responsibleRole: row.ResponsibleRole, progress: codeOf(progressChoices, row.Progress),
      economyOutlook: codeOf(economyChoices, row.EconomyOutlook), statusText: row.StatusText, nextSteps: row.NextSteps, needsCoordination: row.NeedsCoordination === 'Ja',
      coordinationText: row.CoordinationText, state: code(reportStateChoices, row.ReportState), submittedAt: new Date(row.SubmittedAt).toISOString(), onBehalfOf: ''
    };
  });
}

function meetingOf(key: string): MeetingDetails {
  const row = meetings.find(({ MeetingKey }) => MeetingKey === key);
  if (!row) {
    throw new Error(`The sample plan has no meeting ${key}`);
  }
  return meetingDetails(row.Period, {
    id: meetingId(key), title: row.Title, meetingKey: key, forum: row.Forum, meetingDate: row.MeetingDate, statusDeadline: row.StatusDeadline ?? undefined,
    state: code(meetingStateChoices, row.MeetingState), openedAt: row.OpenedAt ?? undefined, lockedAt: row.LockedAt ?? undefined,
    focusInitiativeIds: (row.FocusInitiatives ?? []).map(initiativeId), invitedText: row.InvitedText ?? '', attendingText: row.AttendingText ?? '', caseOwners: row.CaseOwners ?? ''
  });
}

function code<Code extends string>(choices: ChoiceTexts<Code>, text: string): Code {
  const found = codeOf(choices, text);
  if (!found) {
    throw new Error(`The sample plan says "${text}", which the list does not offer`);
  }
  return found;
}
