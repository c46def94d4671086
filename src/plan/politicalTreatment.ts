import type { Decision } from './decision';
import { mattersOfInitiative, mattersOfMeeting, type DecisionRows, type TreatedMatter } from './decisionHistory';
import type { Initiative } from './initiative';
import { boardForum, corporateForum, type Meeting } from './meeting';

/** A meeting of ØK, KB or a committee: not of the administration itself. */
export function isPolitical(meeting: Pick<Meeting, 'forum'> | undefined): boolean {
  return meeting !== undefined && meeting.forum !== boardForum && meeting.forum !== corporateForum;
}

/** A political meeting with what it decided on the plan. */
export interface Treatment {
  meeting: Meeting;
  matters: TreatedMatter[];
}

/**
 * The year whose plan a meeting speaks of when it names no initiative: the budget is agreed in autumn, so from September
 * on it is next year's.
 */
export function planYearOf({ meetingDate }: Pick<Meeting, 'meetingDate'>): string {
  const [year, month] = meetingDate.split('-').map(Number);
  return String(month >= 9 ? year + 1 : year);
}

/** The political treatment of a year's plan, the earliest first: what was decided on the whole of it, or on its initiatives, and the meetings to come. */
export function treatmentOfPlan(rows: DecisionRows, meetings: readonly Meeting[], planYear: string, initiatives: readonly Initiative[]): Treatment[] {
  const ids = new Set(initiatives.map(({ id }) => id));
  const isAbout = (decision: Decision, meeting: Meeting): boolean => (decision.initiativeIds.length === 0 ? planYearOf(meeting) === planYear : decision.initiativeIds.some((id) => ids.has(id)));
  return meetings
    .filter((meeting) => isPolitical(meeting) && meeting.state !== 'Cancelled')
    .map((meeting) => ({ meeting, matters: mattersOfMeeting(rows, meetings, meeting.id).filter(({ decision }) => isAbout(decision, meeting)) }))
    .filter(({ meeting, matters }) => matters.length > 0 || planYearOf(meeting) === planYear)
    .sort((a, b) => a.meeting.meetingDate.localeCompare(b.meeting.meetingDate) || a.meeting.id - b.meeting.id);
}

/**
 * What political meetings decided on an initiative, by itself or with the whole plan of its year, the earliest first.
 * @param before ids of the rows that it was carried forward from
 */
export function treatmentOfInitiative(rows: DecisionRows, meetings: readonly Meeting[], { id, planYear }: Initiative, before: readonly number[] = []): TreatedMatter[] {
  const onPlan = meetings.filter((meeting) => isPolitical(meeting) && planYearOf(meeting) === planYear)
    .flatMap((meeting) => mattersOfMeeting(rows, meetings, meeting.id)).filter(({ decision }) => decision.initiativeIds.length === 0);
  return [...onPlan, ...mattersOfInitiative(rows, meetings, [id, ...before]).filter(({ meeting }) => isPolitical(meeting))]
    .sort((a, b) => (a.meeting?.meetingDate ?? '').localeCompare(b.meeting?.meetingDate ?? '') || a.decision.id - b.decision.id);
}

/** A committee with its own part of the plan. */
export interface CommitteePart {
  name: string;
  initiatives: Initiative[];
}

/** Every committee that the plan names, by name; an initiative of several committees is in the part of each. */
export function committeeParts(initiatives: readonly Initiative[], locale: string): CommitteePart[] {
  const names = Array.from(new Set(initiatives.flatMap(({ committees }) => committees))).sort(new Intl.Collator(locale).compare);
  const ordered = [...initiatives].sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id);
  return names.map((name) => ({ name, initiatives: ordered.filter(({ committees }) => committees.includes(name)) }));
}
