import type { CalendarDate, Instant } from './calendar';
import type { MergeRules } from './merge/mergeFields';
import type { Period } from './period';
import type { Stored } from './stored';

/** Where a meeting, and with it its round, is. */
export const meetingStates = ['Planned', 'Open', 'Locked', 'Held', 'Cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** The forum whose meetings carry the rounds. */
export const boardForum = 'Direktion';

/** The forum of corporate management. */
export const corporateForum = 'Koncernledelse';

/** A meeting of the board or another forum that treats the plan. */
export interface Meeting extends Stored {
  title: string;
  /** `DIR:2025-03`, given once and never changed. */
  meetingKey: string;
  /** As written in the list: `Direktion`, `Koncernledelse`, `Økonomiudvalget` … */
  forum: string;
  period: Period;
  meetingDate: CalendarDate;
  statusDeadline?: CalendarDate;
  state: MeetingState;
  openedAt?: Instant;
  lockedAt?: Instant;
}

/** The part of a meeting that people write: what its paper, its annex and its invitations are made from. */
export interface MeetingWriting {
  focusInitiativeIds: number[];
  focusText: string;
  invitedIds: number[];
  /** Roles, one a line or separated by semicolons; this is what is printed. */
  invitedText: string;
  attendingIds: number[];
  attendingText: string;
  presenters: string;
  caseOwners: string;
  caseNumber: string;
  /** The three texts of the paper, where the meeting has its own instead of the template's. */
  background: string;
  casePresentation: string;
  recommendation: string;
  /** Treated behind closed doors: left out of extracts unless asked for. */
  closedItem: boolean;
}

/** The whole row of a meeting. Read when it is opened. */
export interface MeetingDetails extends Meeting, MeetingWriting {}

/** A meeting that nobody has prepared yet. */
export const unwrittenMeeting: MeetingWriting = {
  focusInitiativeIds: [], focusText: '', invitedIds: [], invitedText: '', attendingIds: [], attendingText: '', presenters: '', caseOwners: '', caseNumber: '', background: '',
  casePresentation: '', recommendation: '', closedItem: false
};

/** How two people's edits of a meeting are joined. */
export const meetingRules: MergeRules<MeetingWriting> = {
  kinds: {
    focusInitiativeIds: 'set', focusText: 'text', invitedIds: 'set', invitedText: 'text', attendingIds: 'set', attendingText: 'text', presenters: 'text', caseOwners: 'text', caseNumber: 'value',
    background: 'text', casePresentation: 'text', recommendation: 'text', closedItem: 'value'
  }
};

/** The written part of a meeting alone. */
export function meetingWritingOf(meeting: MeetingWriting): MeetingWriting {
  const { focusInitiativeIds, focusText, invitedIds, invitedText, attendingIds, attendingText, presenters, caseOwners, caseNumber, background, casePresentation, recommendation, closedItem } = meeting;
  return { focusInitiativeIds, focusText, invitedIds, invitedText, attendingIds, attendingText, presenters, caseOwners, caseNumber, background, casePresentation, recommendation, closedItem };
}

/** The roles of a text such as `Fagchef, Ejendomme; Økonomichef`, one each. */
export function rolesOf(text: string): string[] {
  return text.split(/[;\n]/).map((role) => role.trim()).filter(Boolean);
}

/** A round is a board meeting that has been opened. */
export function isRound(meeting: Meeting): boolean {
  return meeting.forum === boardForum && meeting.openedAt !== undefined && meeting.state !== 'Cancelled';
}

/** The round of a month, if it has one. */
export function roundOf(meetings: readonly Meeting[], period: Period): Meeting | undefined {
  return meetings.find((meeting) => isRound(meeting) && meeting.period === period);
}

/** The board meeting that the month's page speaks of: its round, else the month's planned meeting. */
export function boardMeetingOf(meetings: readonly Meeting[], period: Period): Meeting | undefined {
  return roundOf(meetings, period) ?? meetings.find((meeting) => meeting.forum === boardForum && meeting.period === period && meeting.state !== 'Cancelled');
}

/** From the lock on, the month no longer takes edits. */
export function isLocked(meeting: Meeting | undefined): boolean {
  return meeting !== undefined && (meeting.state === 'Locked' || meeting.state === 'Held');
}

/** The next meeting of the board that has not been, counted from a day. */
export function nextBoardMeeting(meetings: readonly Meeting[], today: CalendarDate): Meeting | undefined {
  return meetings
    .filter((meeting) => meeting.forum === boardForum && meeting.state !== 'Cancelled' && meeting.meetingDate >= today)
    .sort((a, b) => a.meetingDate.localeCompare(b.meetingDate))[0];
}

/** The meetings of every forum in a year, in the order of their days. */
export function meetingsOfYear(meetings: readonly Meeting[], year: string): Meeting[] {
  return meetings.filter(({ meetingDate }) => meetingDate.startsWith(`${year}-`)).sort((a, b) => a.meetingDate.localeCompare(b.meetingDate) || a.id - b.id);
}

/** The next meeting of any forum that has not been. */
export function nextMeeting(meetings: readonly Meeting[], today: CalendarDate): Meeting | undefined {
  return meetings
    .filter(({ state, meetingDate }) => state !== 'Cancelled' && state !== 'Held' && meetingDate >= today)
    .sort((a, b) => a.meetingDate.localeCompare(b.meetingDate))[0];
}

/**
 * The month a page opens with: the open round that meets next, else the newest open one, else the newest round, else this month.
 * A round that is opened early hides the month that the board has yet to meet about from nobody.
 */
export function openingPeriod(meetings: readonly Meeting[], today: CalendarDate): Period {
  const rounds = meetings.filter(isRound).sort((a, b) => b.period.localeCompare(a.period));
  const open = rounds.filter((round) => round.state === 'Open');
  const next = open.filter((round) => round.meetingDate >= today).pop();
  return (next ?? open[0] ?? rounds[0])?.period ?? today.slice(0, 7);
}

/** The plan that a month is seen in: the next year's from its first month on. */
export function planYearOf({ planYear, nextPlanYear }: { planYear: string; nextPlanYear?: string }, period: Period): string {
  return nextPlanYear !== undefined && period.slice(0, 4) >= nextPlanYear ? nextPlanYear : planYear;
}
