import { startOfDay, type CalendarDate, type Instant } from '../../plan/calendar';
import type { Meeting, MeetingState } from '../../plan/meeting';
import type { Period } from '../../plan/period';
import type { MeetingOutcome } from '../../plan/ports/roundStore';
import { meetingPlanRules, planOf, type MeetingPlan } from '../../plan/rounds/rounds';
import { meetingStateChoices } from '../choices';
import { anyMeetingOf, meetingColumns } from '../mapping/rows';
import { changeRow, type AlongWith } from '../write/changeRow';
import { createRow } from '../write/createRow';
import type { ListWriter, Writing } from '../write/listWriter';

/** Puts a meeting in the calendar, planned. */
export function createMeeting(writing: Writing, forum: string, meetingKey: string, period: Period, plan: MeetingPlan): Promise<MeetingOutcome> {
  return createRow(writing, writerIn(writing), {
    start: { Forum: forum, Period: period, MeetingState: meetingStateChoices.Planned },
    begun: { title: '', meetingDate: '' }, texts: plan, key: { column: 'MeetingKey', value: meetingKey, kind: 'unique' }
  });
}

export function changeMeeting(writing: Writing, base: Meeting, plan: MeetingPlan): Promise<MeetingOutcome> {
  return changeRow(writing, writerIn(writing), { base, texts: plan, mustBeSeen: (theirs) => theirs.state !== base.state });
}

/** The meeting was called off, or has been. */
export function endMeeting(writing: Writing, base: Meeting, state: 'Cancelled' | 'Held'): Promise<MeetingOutcome> {
  return changeRow(writing, writerIn(writing), { base, texts: planOf(base), along: toState(state), mustBeSeen: (theirs) => theirs.state !== base.state });
}

/** The last step of opening a round: from here on the month takes statuses. */
export function markOpened(writing: Writing, base: Meeting, deadline: CalendarDate, now: Instant): Promise<MeetingOutcome> {
  const opened = toState('Open');
  return changeRow(writing, writerIn(writing), {
    base, texts: { ...planOf(base), statusDeadline: deadline },
    along: { ...opened, body: { ...opened.body, OpenedAt: now }, item: { ...opened.item, openedAt: now } }, mustBeSeen: (theirs) => theirs.state !== base.state
  });
}

/** The last step of locking a round: what was filed is what the board is shown from here on. */
export function markLocked(writing: Writing, base: Meeting, at: Instant): Promise<MeetingOutcome> {
  const locked = toState('Locked');
  return changeRow(writing, writerIn(writing), {
    base, texts: planOf(base), along: { ...locked, body: { ...locked.body, LockedAt: at }, item: { ...locked.item, lockedAt: at } }, mustBeSeen: (theirs) => theirs.state !== base.state
  });
}

function writerIn({ timeZone }: Writing): ListWriter<Meeting, MeetingPlan> {
  const day = (date: CalendarDate | undefined): string | null => (date === undefined ? null : startOfDay(date, timeZone));
  return {
    list: 'Meetings', columns: meetingColumns, fromRow: anyMeetingOf, textsOf: planOf, asWritten: planOf, rules: meetingPlanRules,
    toBody: ({ title, meetingDate, statusDeadline }) => ({ Title: title, MeetingDate: day(meetingDate), StatusDeadline: day(statusDeadline) })
  };
}

function toState(state: MeetingState): AlongWith<Meeting> {
  return { body: { MeetingState: meetingStateChoices[state] }, item: { state }, isIn: (meeting) => meeting.state === state };
}
