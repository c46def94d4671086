import { decisionsOf, type Decision } from './decision';
import { obsLevelOf } from './agenda';
import { isOpenFollowUp, isOverdue, type FollowUp } from './followUp';
import type { CalendarDate } from './calendar';
import type { Meeting } from './meeting';
import type { ObsPoint } from './obsPoint';
import type { Period } from './period';

/** All that was decided, and what it set in motion: two lists that stay small. */
export interface DecisionRows {
  decisions: readonly Decision[];
  followUps: readonly FollowUp[];
}

/** A decision with the meeting it fell at and the follow-ups it led to. */
export interface TreatedMatter {
  decision: Decision;
  /** undefined when the meeting's row is gone. */
  meeting?: Meeting;
  followUps: FollowUp[];
}

/** A follow-up with what it came from, as the view of follow-ups lists it. */
export interface FollowUpEntry {
  followUp: FollowUp;
  decision?: Decision;
  meeting?: Meeting;
  /** Its own initiative, else those of its decision. */
  initiativeIds: number[];
  overdue: boolean;
  mine: boolean;
}

/**
 * Decisions on an initiative, newest meeting first.
 * @param ids of its rows in the plans of all years
 */
export function mattersOfInitiative(rows: DecisionRows, meetings: readonly Meeting[], ids: readonly number[]): TreatedMatter[] {
  return mattersOf(rows, meetings, (decision) => decision.initiativeIds.some((id) => ids.includes(id)));
}

/** Decisions on an OBS point, newest meeting first. */
export function mattersOfObs(rows: DecisionRows, meetings: readonly Meeting[], obsPointId: number): TreatedMatter[] {
  return mattersOf(rows, meetings, (decision) => decision.obsPointId === obsPointId);
}

/** The meetings of its level that an OBS point has been before by a day, the newest first: those about the months in which it stood. */
export function meetingsOfObs({ level, raisedPeriod, state, closedPeriod }: ObsPoint, meetings: readonly Meeting[], period: Period, today: CalendarDate): Meeting[] {
  const last = state === 'Open' || closedPeriod === undefined || closedPeriod > period ? period : closedPeriod;
  return state === 'Withdrawn' ? [] : meetings
    .filter((meeting) => obsLevelOf(meeting.forum) === level && meeting.state !== 'Cancelled' && meeting.period >= raisedPeriod && meeting.period <= last && meeting.meetingDate <= today)
    .sort((a, b) => b.meetingDate.localeCompare(a.meetingDate));
}

/** What one meeting decided, in the order it fell. */
export function mattersOfMeeting(rows: DecisionRows, meetings: readonly Meeting[], meetingId: number): TreatedMatter[] {
  const meeting = meetings.find(({ id }) => id === meetingId);
  return decisionsOf(rows.decisions, meetingId).map((decision) => ({ decision, meeting, followUps: followUpsOf(rows, decision) }));
}

/** Every follow-up, the earliest date first and those without a date last. */
export function followUpEntries(rows: DecisionRows, meetings: readonly Meeting[], myId: number, today: CalendarDate): FollowUpEntry[] {
  return rows.followUps
    .map((followUp): FollowUpEntry => {
      const decision = rows.decisions.find(({ id }) => id === followUp.decisionId);
      return {
        followUp, decision,
        meeting: meetings.find(({ id }) => id === decision?.meetingId),
        initiativeIds: followUp.initiativeId === undefined ? decision?.initiativeIds ?? [] : [followUp.initiativeId],
        overdue: isOverdue(followUp, today),
        mine: followUp.responsibleId === myId
      };
    })
    .sort((a, b) => (a.followUp.dueDate ?? '9999').localeCompare(b.followUp.dueDate ?? '9999') || a.followUp.id - b.followUp.id);
}

/** Decisions to postpone that no later meeting has taken up: neither by the same OBS point nor by one of the same initiatives. */
export function postponedMatters(rows: DecisionRows, meetings: readonly Meeting[]): TreatedMatter[] {
  const dates = new Map(meetings.map(({ id, meetingDate }) => [id, meetingDate]));
  const dateOf = (decision: Decision): CalendarDate => dates.get(decision.meetingId) ?? '';
  return mattersOf(rows, meetings, (decision) => decision.kind === 'Postponed' && !rows.decisions.some((later) => dateOf(later) > dateOf(decision) && isOnSame(decision, later)));
}

/** What the list of follow-ups can stand under. */
export const followUpGroupings = ['dueDate', 'initiative', 'meeting'] as const;
export type FollowUpGrouping = (typeof followUpGroupings)[number];

/** How the list of follow-ups is narrowed and headed; all of it stands in the address. */
export interface FollowUpSelection {
  grouping: FollowUpGrouping;
  onlyMine: boolean;
  onlyOverdue: boolean;
  /** Also those that are done or dropped. */
  withEnded: boolean;
}

export const allFollowUps: FollowUpSelection = { grouping: 'dueDate', onlyMine: false, onlyOverdue: false, withEnded: false };

export function selectFollowUps(entries: readonly FollowUpEntry[], { onlyMine, onlyOverdue, withEnded }: Omit<FollowUpSelection, 'grouping'>): FollowUpEntry[] {
  return entries.filter((entry) => (withEnded || isOpenFollowUp(entry.followUp)) && (!onlyMine || entry.mine) && (!onlyOverdue || entry.overdue));
}

/** A heading with its follow-ups. With initiatives as headings one that several share stands under each. */
export interface FollowUpGroup {
  /** Id of the initiative or of the meeting; undefined for what has none. */
  id?: number;
  entries: FollowUpEntry[];
}

/** The entries under the headings asked for: initiatives in the order of `initiativeIds`, meetings the newest first, what has none last. */
export function groupFollowUps(entries: readonly FollowUpEntry[], grouping: FollowUpGrouping, initiativeIds: readonly number[]): FollowUpGroup[] {
  if (grouping === 'dueDate') {
    return [{ entries: [...entries] }];
  }
  const shown = new Set(initiativeIds);
  const idsOf = (entry: FollowUpEntry): readonly (number | undefined)[] => {
    const ids = grouping === 'meeting' ? [entry.meeting?.id].filter((id) => id !== undefined) : entry.initiativeIds.filter((id) => shown.has(id));
    return ids.length > 0 ? ids : [undefined];
  };
  const groups = new Map<number | undefined, FollowUpEntry[]>();
  entries.forEach((entry) => idsOf(entry).forEach((id) => groups.set(id, [...(groups.get(id) ?? []), entry])));
  const dateOf = (id: number | undefined): string => groups.get(id)?.[0]?.meeting?.meetingDate ?? '';
  return Array.from(groups, ([id, ofGroup]) => ({ id, entries: ofGroup })).sort((a, b) => {
    if (a.id === undefined || b.id === undefined) {
      return (a.id === undefined ? 1 : 0) - (b.id === undefined ? 1 : 0);
    }
    return grouping === 'meeting' ? dateOf(b.id).localeCompare(dateOf(a.id)) : initiativeIds.indexOf(a.id) - initiativeIds.indexOf(b.id);
  });
}

function mattersOf(rows: DecisionRows, meetings: readonly Meeting[], wanted: (decision: Decision) => boolean): TreatedMatter[] {
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  return rows.decisions
    .filter(wanted)
    .map((decision) => ({ decision, meeting: byId.get(decision.meetingId), followUps: followUpsOf(rows, decision) }))
    .sort((a, b) => (b.meeting?.meetingDate ?? '').localeCompare(a.meeting?.meetingDate ?? '') || b.decision.id - a.decision.id);
}

function followUpsOf(rows: DecisionRows, decision: Decision): FollowUp[] {
  return rows.followUps.filter((followUp) => followUp.decisionId === decision.id).sort((a, b) => a.id - b.id);
}

function isOnSame(decision: Decision, later: Decision): boolean {
  return (decision.obsPointId !== undefined && decision.obsPointId === later.obsPointId) || decision.initiativeIds.some((id) => later.initiativeIds.includes(id));
}
