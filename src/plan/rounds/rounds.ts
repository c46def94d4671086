import { dayName, type CalendarDate } from '../calendar';
import { isReportedOn } from '../initiative';
import { boardForum, corporateForum, isLocked, isRound, type Meeting } from '../meeting';
import type { MergeRules } from '../merge/mergeFields';
import type { Period } from '../period';
import type { MonthRows, NewStatus } from '../ports/planStore';
import { isReceived, reportKeyOf, type StatusReport, type Subject } from '../statusReport';
import { isValidIn } from '../strategicEffort';

/** The administration's own forums, with how their keys begin and their titles read; a political body is called by its name in both. Danish, as everything that stands in the lists. */
const planned = { [boardForum]: { prefix: 'DIR', title: 'Direktionsmøde' }, [corporateForum]: { prefix: 'KL', title: 'Koncernledelsesmøde' } } as const;

export const plannedForums = [boardForum, corporateForum] as const;
export type PlannedForum = (typeof plannedForums)[number];

/** The bodies that treat every plan; committees come from the plan. */
export const politicalForums = ['Økonomiudvalget', 'Kommunalbestyrelsen'] as const;

const namesOf = (forum: string): { prefix: string; title: string } => plannedForums.filter((each) => each === forum).map((each) => planned[each])[0] ?? { prefix: forum, title: forum };

/**
 * The key of a new meeting about a month: `DIR:2025-03`, and `DIR:2025-03-2` for the second. A key is given once: a
 * meeting that was moved or cancelled keeps its own.
 */
export function meetingKeyFor(forum: string, period: Period, meetings: readonly Pick<Meeting, 'meetingKey'>[]): string {
  const taken = new Set(meetings.map(({ meetingKey }) => meetingKey.toLocaleLowerCase('da')));
  const key = `${namesOf(forum).prefix}:${period}`;
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? key : `${key}-${number}`;
    if (!taken.has(candidate.toLocaleLowerCase('da'))) {
      return candidate;
    }
  }
}

/** The part of a meeting that is planned. */
export interface MeetingPlan {
  title: string;
  meetingDate: CalendarDate;
  statusDeadline?: CalendarDate;
}

export function planOf({ title, meetingDate, statusDeadline }: MeetingPlan): MeetingPlan {
  return { title, meetingDate, statusDeadline };
}

export const meetingPlanRules: MergeRules<MeetingPlan> = { kinds: { title: 'value', meetingDate: 'value', statusDeadline: 'value' } };

/** The title of a new meeting's row. */
export function meetingTitleFor(forum: string, date: CalendarDate): string {
  return `${namesOf(forum).title} ${dayName(date, 'da-DK')}`;
}

/** The meeting on another day: a title that names the day follows it, one that somebody wrote stays. */
export function movedPlan(meeting: MeetingPlan & { forum?: string }, meetingDate: CalendarDate, statusDeadline: CalendarDate | undefined): MeetingPlan {
  const forum = [...plannedForums, ...(meeting.forum === undefined ? [] : [meeting.forum])].find((each) => meeting.title === meetingTitleFor(each, meeting.meetingDate));
  return { title: forum ? meetingTitleFor(forum, meetingDate) : meeting.title, meetingDate, statusDeadline };
}

/** The board's meetings of a year, in the order of their days. */
export function boardMeetingsOf(meetings: readonly Meeting[], year: string): Meeting[] {
  return meetings.filter((meeting) => meeting.forum === boardForum && meeting.period.startsWith(`${year}-`)).sort((a, b) => a.meetingDate.localeCompare(b.meetingDate));
}

/** Why a meeting cannot be opened as a round; undefined when it can. */
export function openingTrouble(meeting: Meeting, meetings: readonly Meeting[]): 'otherRound' | 'notPlanned' | undefined {
  if (meeting.state !== 'Planned') {
    return 'notPlanned';
  }
  return meetings.some((other) => other.id !== meeting.id && other.period === meeting.period && isRound(other)) ? 'otherRound' : undefined;
}

/** A status is asked for on this subject: the row that the round needs. */
export type ExpectedStatus = NewStatus;

/** Everything that a month's round asks for: the cross-cutting initiatives that are alive, then the efforts valid in it. */
export function expectedStatuses({ initiatives, efforts, period }: MonthRows): ExpectedStatus[] {
  const ofInitiatives = [...initiatives].filter(isReportedOn).sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id).map((initiative): ExpectedStatus => ({
    subject: { kind: 'initiative', id: initiative.id }, period, title: initiative.title, responsibleId: initiative.chiefId, responsibleRole: initiative.chiefRole
  }));
  const ofEfforts = [...efforts].filter((effort) => isValidIn(effort, period)).sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id).map((effort): ExpectedStatus => ({
    subject: { kind: 'effort', id: effort.id }, period, title: effort.title, responsibleId: effort.ownerId, responsibleRole: effort.ownerRole
  }));
  return [...ofInitiatives, ...ofEfforts];
}

/** The rows that the round still lacks, whoever made the others. */
export function missingRows(month: MonthRows): ExpectedStatus[] {
  const there = new Set(month.reports.map((report) => report.reportKey.toLowerCase()));
  return expectedStatuses(month).filter(({ subject, period }) => !there.has(reportKeyOf(subject, period).toLowerCase()));
}

/** Somebody who is asked for statuses in a round, with what has not come. */
export interface Owing {
  /** undefined: nobody is named on the subjects, which only a role answers for. */
  personId?: number;
  role: string;
  missing: { subject: Subject; title: string }[];
  received: number;
}

/** Who is asked and what they miss: those who miss most first, then by role. What is expected without a row counts as missing. */
export function owingOf(month: MonthRows, locale: string): Owing[] {
  const people = new Map<string, Owing>();
  const reports = new Map(month.reports.map((report) => [report.reportKey, report]));
  for (const expected of expectedStatuses(month)) {
    const report: StatusReport | undefined = reports.get(reportKeyOf(expected.subject, expected.period));
    const personId = report?.responsibleId ?? expected.responsibleId;
    const role = (report?.responsibleRole ?? '') || expected.responsibleRole;
    const key = personId === undefined ? `role ${role}` : String(personId);
    const owing = people.get(key) ?? { personId, role, missing: [], received: 0 };
    if (isReceived(report)) {
      owing.received++;
    } else {
      owing.missing.push({ subject: expected.subject, title: expected.title });
    }
    people.set(key, owing);
  }
  return Array.from(people.values()).sort((a, b) => b.missing.length - a.missing.length || a.role.localeCompare(b.role, locale));
}

/** How far a round has come, counted over initiatives and efforts alike. */
export function receivedOf(month: MonthRows): { expected: number; received: number } {
  const keys = new Set(expectedStatuses(month).map(({ subject, period }) => reportKeyOf(subject, period)));
  return { expected: keys.size, received: month.reports.filter((report) => keys.has(report.reportKey) && isReceived(report)).length };
}

/** A meeting may still be moved or cancelled. */
export function mayMove(meeting: Meeting): boolean {
  return meeting.state !== 'Cancelled' && !isLocked(meeting);
}

/** A meeting is held from its day on. A round must have been locked first: without it there is no record of what was shown. */
export function mayHold(meeting: Meeting, today: CalendarDate): boolean {
  return meeting.meetingDate <= today && meeting.state === (isRound(meeting) ? 'Locked' : 'Planned');
}

/** After the end of the deadline's day. */
export function isPastDeadline(meeting: Meeting | undefined, today: CalendarDate): boolean {
  return meeting?.statusDeadline !== undefined && meeting.statusDeadline < today;
}
