import { isNamed } from './initiative';
import { boardForum, corporateForum, type MeetingDetails } from './meeting';
import type { ObsLevel } from './obsPoint';
import { effortsIn, type ObsInMonth, type Overview, type OverviewRow } from './overview';
import type { MonthRows } from './ports/planStore';
import type { StatusReport } from './statusReport';
import type { StrategicEffort } from './strategicEffort';

/** The parts of the item, in the order of the recommendation. */
export const agendaParts = ['opening', 'efforts', 'initiatives', 'focus', 'obs', 'closing'] as const;
export type AgendaPart = (typeof agendaParts)[number];

/** One thing at a time: what the meeting looks at. The key stands in the address. */
export type AgendaStep = { key: string; part: AgendaPart } & (
  | { part: 'opening' | 'closing' }
  | { part: 'efforts'; effort: StrategicEffort; report?: StatusReport; obs: ObsInMonth[] }
  | { part: 'initiatives'; row: OverviewRow; director: string }
  | { part: 'focus'; row: OverviewRow; director: string }
  | { part: 'obs'; obs: ObsInMonth; titles: string[] }
);

/** The level whose points a forum takes up; undefined: the points of every level. */
export function obsLevelOf(forum: string): ObsLevel | undefined {
  return forum === boardForum ? 'Executive' : forum === corporateForum ? 'Corporate' : undefined;
}

/**
 * The way through the item: strategic efforts, cross-cutting initiatives director by director, the focus, the OBS
 * points. What is in focus is treated there and not among the others as well.
 */
export function agenda(view: Overview, month: MonthRows, meeting: MeetingDetails): AgendaStep[] {
  const focus = new Set(meeting.focusInitiativeIds);
  const stepOf = (part: 'initiatives' | 'focus') => (row: OverviewRow): AgendaStep => ({ key: `${part}:${row.initiative.id}`, part, row, director: row.initiative.directorRole });
  const level = obsLevelOf(meeting.forum);
  const obs = openObs(view);
  return [
    { key: 'opening', part: 'opening' },
    ...effortsIn(month).map(({ effort, report }): AgendaStep => ({
      key: `efforts:${effort.id}`, part: 'efforts', effort, report, obs: obs.filter(({ point }) => point.effortId === effort.id)
    })),
    ...byDirector(view.rows.filter(({ initiative }) => initiative.crossCutting && !focus.has(initiative.id))).map(stepOf('initiatives')),
    ...view.rows.filter(({ initiative }) => focus.has(initiative.id)).map(stepOf('focus')),
    ...obs.filter(({ point }) => level === undefined || point.level === level)
      .map((each): AgendaStep => ({ key: `obs:${each.point.id}`, part: 'obs', obs: each, titles: titlesOf(each, view, month) })),
    { key: 'closing', part: 'closing' }
  ];
}

/** What an OBS point is about, in the paper's words. */
function titlesOf({ point }: ObsInMonth, view: Overview, month: MonthRows): string[] {
  const initiatives = view.rows.filter(({ initiative }) => isNamed(initiative, point.initiativeIds)).map(({ initiative }) => initiative.originalText);
  return [...initiatives, ...month.efforts.filter(({ id }) => id === point.effortId).map(({ title }) => title)];
}

/** Each director presents all of theirs in one go; directors come in the order of their first initiative. */
function byDirector(rows: readonly OverviewRow[]): OverviewRow[] {
  const groups = new Map<string, OverviewRow[]>();
  rows.forEach((row) => groups.set(row.initiative.directorRole, [...(groups.get(row.initiative.directorRole) ?? []), row]));
  return Array.from(groups.values()).flat();
}

function openObs(view: Overview): ObsInMonth[] {
  const points = new Map([...view.rows.flatMap(({ obs }) => obs), ...view.otherObs].map((obs) => [obs.point.id, obs]));
  return Array.from(points.values()).filter(({ open }) => open).sort((a, b) => a.point.sortOrder - b.point.sortOrder || a.point.id - b.point.id);
}
