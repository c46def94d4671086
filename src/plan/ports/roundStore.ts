import type { CalendarDate } from '../calendar';
import type { Meeting } from '../meeting';
import type { Period } from '../period';
import type { Person } from '../person';
import type { Problem, WriteOutcome } from '../problem';
import type { DaysBefore } from '../rounds/roundDates';
import type { MeetingPlan } from '../rounds/rounds';

export type MeetingOutcome = WriteOutcome<Meeting, MeetingPlan>;

/** How many of a round's rows stand. */
export interface RowProgress {
  done: number;
  total: number;
}

/** Watches a long run of writes, and may end it between two batches. */
export interface RowWatch {
  onProgress: (progress: RowProgress) => void;
  stop: () => boolean;
}

/** How a run ended. What was made stays; the next run makes only what is missing. */
export type RowsOutcome = { kind: 'done'; made: number } | ({ kind: 'interrupted'; problem?: Problem } & RowProgress);

/** `changed`: all rows stand, but somebody changed the meeting meanwhile; nothing was written over. */
export type OpenOutcome =
  | { kind: 'opened'; meeting: Meeting; made: number }
  | { kind: 'changed'; theirs: Meeting }
  | Extract<RowsOutcome, { kind: 'interrupted' }>;

/** The meetings in the calendar and the board's rounds. Loaded when somebody first needs them. */
export interface RoundStore {
  /** Puts a meeting in the calendar. The key is unique: whoever comes second gets the first one's row. */
  createMeeting(forum: string, meetingKey: string, period: Period, plan: MeetingPlan): Promise<MeetingOutcome>;
  /** Another day, title or deadline; the key and the month stay. */
  changeMeeting(base: Meeting, plan: MeetingPlan): Promise<MeetingOutcome>;
  cancelMeeting(base: Meeting): Promise<MeetingOutcome>;
  /** The meeting has been. */
  holdMeeting(base: Meeting): Promise<MeetingOutcome>;
  /**
   * Opens a meeting as the round of its month: first a row for every expected status, then the meeting. Interrupted, it has
   * opened nothing, and is finished by being run again.
   */
  open(meeting: Meeting, deadline: CalendarDate, planYear: string, watch: RowWatch): Promise<OpenOutcome>;
  /** Gives what came later its row in an open round. */
  addMissingRows(planYear: string, period: Period, watch: RowWatch): Promise<RowsOutcome>;
  /** How many days before the meeting this municipality opens, closes and locks. */
  daysBefore(): Promise<DaysBefore>;
  /** Several people, looked up together; one who is gone from the site is left out. */
  people(ids: readonly number[]): Promise<Person[]>;
}
