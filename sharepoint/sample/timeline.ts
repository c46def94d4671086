import type { ListKey } from '../../src/lists/schema/columns';
import { addDays, dayOf, startOfDay, type CalendarDate, type Instant } from '../../src/plan/calendar';
import { reportKeyOf } from '../../src/plan/statusReport';
import { sampleAccount, secretariat } from './accounts';
import type { SampleAccount, SampleMeeting, SamplePlan } from './samplePlan';

/** The zone of the sample's site. */
export const sampleTimeZone = 'Europe/Copenhagen';

/** The lists that the sample writes to. */
export type SampleList = Exclude<ListKey, 'Settings' | 'Annexes'>;

/** Ids of rows written so far, by list and key. */
export type RowIds = (list: ListKey, key: string) => number;

/**
 * A column's value: keys stand for people and rows, days for DateOnly values; a function makes what
 * is known only when the rows before have their ids.
 */
export type SampleValue = string | number | boolean | null | string[] | ((ids: RowIds) => string);

/** One row made, or one row changed, by somebody at some time. */
export interface SampleWrite {
  at: Instant;
  by: SampleAccount;
  list: SampleList;
  /** Names the row among the list's rows. The first write of a key makes the row, later ones change it. */
  key: string;
  values: Record<string, SampleValue>;
}

/** A round that was locked: done by the product's own code, which files what the board was shown. */
export interface SampleLock {
  at: Instant;
  by: SampleAccount;
  /** Key of the meeting. */
  locks: string;
}

/** Everything that was ever done, in the order of time. */
export function timeline(plan: SamplePlan): (SampleWrite | SampleLock)[] {
  const rounds = plan.meetings.filter((meeting) => meeting.OpenedAt);
  return [
    ...thePlan(plan),
    ...plan.meetings.flatMap((meeting) => theMeeting(meeting, plan)),
    ...plan.meetings.flatMap(({ MeetingKey, LockedAt }): SampleLock[] => (LockedAt ? [{ at: LockedAt, by: secretariat, locks: MeetingKey }] : [])),
    ...rounds.flatMap((round) => theOpening(round, plan)),
    ...plan.statusReports.map(theStatus),
    ...plan.obsPoints.flatMap((_, index) => theObsPoint(plan, index)),
    ...plan.decisions.map((decision): SampleWrite => {
      const { key, ...values } = decision;
      return { at: noonOf(meetingOf(plan, decision.Meeting).MeetingDate), by: secretariat, list: 'Decisions', key, values };
    }),
    ...plan.followUps.flatMap((_, index) => theFollowUp(plan, index))
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Initiatives, meetings to come, economy and efforts: written down in the order in which they refer to each other. */
function thePlan(plan: SamplePlan): SampleWrite[] {
  const at = (hour: string): Instant => `2024-12-02T${hour}:00:00+01:00`;
  return [
    ...plan.initiatives.map(({ key, ...values }): SampleWrite => ({ at: at('09'), by: secretariat, list: 'Initiatives', key, values })),
    ...plan.meetings.map((meeting): SampleWrite => ({
      at: at('10'), by: secretariat, list: 'Meetings', key: meeting.MeetingKey,
      values: {
        Title: meeting.Title, MeetingKey: meeting.MeetingKey, Forum: meeting.Forum, Period: meeting.Period, MeetingDate: meeting.MeetingDate,
        MeetingState: 'Planlagt', CaseOwners: meeting.CaseOwners ?? ''
      }
    })),
    ...plan.economyLines.map((line, index): SampleWrite => ({
      at: at('11'), by: secretariat, list: 'EconomyLines', key: String(index), values: { ...line }
    })),
    ...plan.strategicEfforts.map(({ key, ...values }): SampleWrite => ({
      at: at('12'), by: sampleAccount(values.Owner), list: 'StrategicEfforts', key, values
    }))
  ];
}

/** A meeting's way from planned to held. */
function theMeeting(meeting: SampleMeeting, plan: SamplePlan): SampleWrite[] {
  const change = (at: Instant, values: SampleWrite['values']): SampleWrite => ({ at, by: secretariat, list: 'Meetings', key: meeting.MeetingKey, values });
  const changes: SampleWrite[] = [];
  if (meeting.OpenedAt) {
    changes.push(change(meeting.OpenedAt, { MeetingState: 'Åben', OpenedAt: meeting.OpenedAt, StatusDeadline: meeting.StatusDeadline ?? null }));
    changes.push(change(dayBeforeLock(meeting, plan), {
      FocusInitiatives: meeting.FocusInitiatives ?? [], Invited: meeting.Invited ?? [], InvitedText: meeting.InvitedText ?? '',
      Attending: meeting.Attending ?? [], AttendingText: meeting.AttendingText ?? ''
    }));
  }
  if (meeting.MeetingState === 'Afholdt') {
    const attendance: SampleWrite['values'] = meeting.OpenedAt ? {} : { Attending: meeting.Attending ?? [], AttendingText: meeting.AttendingText ?? '' };
    changes.push(change(noonOf(meeting.MeetingDate), { MeetingState: 'Afholdt', ...attendance }));
  }
  return changes;
}

/** Opening a round makes a row of every status that is expected, so that the responsible only edit. */
function theOpening(round: SampleMeeting, plan: SamplePlan): SampleWrite[] {
  const row = (subject: string, title: string, responsible: string, role: string, values: SampleWrite['values']): SampleWrite => ({
    at: round.OpenedAt ?? '', by: secretariat, list: 'StatusReports', key: `${subject}:${round.Period}`,
    values: { Title: title, ...values, Period: round.Period, Responsible: responsible, ResponsibleRole: role, ReportState: 'Mangler' }
  });
  const efforts = plan.strategicEfforts.filter((effort) => effort.ValidFrom.slice(0, 7) <= round.Period);
  return [
    ...plan.initiatives.map(({ key, Title, Chief, ChiefRole }) => row(key, Title, Chief, ChiefRole, {
      ReportKey: (ids) => reportKeyOf({ kind: 'initiative', id: ids('Initiatives', key) }, round.Period), Initiative: key
    })),
    ...efforts.map(({ key, Title, Owner, OwnerRole }) => row(key, Title, Owner, OwnerRole, {
      ReportKey: (ids) => reportKeyOf({ kind: 'effort', id: ids('StrategicEfforts', key) }, round.Period), StrategicEffort: key
    }))
  ];
}

function theStatus(report: SamplePlan['statusReports'][number]): SampleWrite {
  const { subject, author, Period, ...values } = report;
  return { at: report.SubmittedAt, by: sampleAccount(author), list: 'StatusReports', key: `${subject}:${Period}`, values };
}

/** Raised, said anew each month, closed at the meeting: always the same row. */
function theObsPoint(plan: SamplePlan, index: number): SampleWrite[] {
  const { key, author, texts, ObsState, ClosedPeriod, ...facts } = plan.obsPoints[index];
  const write = (at: Instant, values: SampleWrite['values']): SampleWrite => ({ at, by: sampleAccount(author), list: 'ObsPoints', key, values });
  const writes = texts.map(({ Period, ...text }, month) => write(
    dayBeforeLock(boardMeetingOf(plan, Period), plan),
    month === 0 ? { ...facts, ...text, ObsState: 'Åben', SortOrder: index + 1 } : text
  ));
  if (ClosedPeriod) {
    writes.push(write(noonOf(boardMeetingOf(plan, ClosedPeriod).MeetingDate), { ObsState, ClosedPeriod }));
  }
  return writes;
}

function theFollowUp(plan: SamplePlan, index: number): SampleWrite[] {
  const { FollowUpState, ...facts } = plan.followUps[index];
  const decision = plan.decisions.find((candidate) => candidate.key === facts.Decision);
  if (!decision) {
    throw new Error(`The sample plan has no decision "${facts.Decision}"`);
  }
  const isDone = FollowUpState === 'Udført';
  // A decision on several initiatives leaves the follow-up to all of them.
  const initiative = decision.Initiatives.length === 1 ? decision.Initiatives[0] : null;
  const key = String(index);
  const writes: SampleWrite[] = [{
    at: noonOf(meetingOf(plan, decision.Meeting).MeetingDate), by: secretariat, list: 'FollowUps', key,
    values: { ...facts, Initiative: initiative, FollowUpState: isDone ? 'I gang' : FollowUpState }
  }];
  if (isDone) {
    writes.push({ at: noonOf(facts.DueDate), by: sampleAccount(facts.Responsible), list: 'FollowUps', key, values: { FollowUpState } });
  }
  return writes;
}

function meetingOf(plan: SamplePlan, key: string): SampleMeeting {
  const meeting = plan.meetings.find((candidate) => candidate.MeetingKey === key);
  if (!meeting) {
    throw new Error(`The sample plan has no meeting "${key}"`);
  }
  return meeting;
}

function boardMeetingOf(plan: SamplePlan, period: string): SampleMeeting {
  return meetingOf(plan, `DIR:${period}`);
}

/** When directors write for the meeting: noon of the day before the lock. The open round's is the day before the sample's clock. */
function dayBeforeLock(meeting: SampleMeeting, plan: SamplePlan): Instant {
  return noonOf(addDays(dayOf(meeting.LockedAt ?? plan.clock, sampleTimeZone), -1));
}

function noonOf(day: CalendarDate): Instant {
  return new Date(Date.parse(startOfDay(day, sampleTimeZone)) + 12 * 3600000).toISOString();
}
