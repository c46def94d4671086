import { withNames, type NameMap } from '../import/names';
import { isOpenInitiative, type Initiative, type InitiativeDetails, type Lifecycle } from '../initiative';
import { initiativeWritingOf, longestLine, type InitiativeWriting } from '../initiatives/initiativeWriting';
import { isLocked, boardForum, type Meeting } from '../meeting';
import { looksLikeCpr } from '../privacy';

/** What becomes of an initiative when its year ends: Videreføres, Afslut, Overgår til drift, Udgår. */
export const yearEndings = ['carry', 'finish', 'operate', 'drop'] as const;
export type YearEnding = (typeof yearEndings)[number];

/** Where each of them leaves the old year's row. */
export const endedLifecycles: Readonly<Record<YearEnding, Lifecycle>> = { carry: 'CarriedForward', finish: 'Delivered', operate: 'Operational', drop: 'Cancelled' };

export interface YearChoice {
  ending: YearEnding;
  /** Demanded of all that are not carried on. */
  reason: string;
}

/** Names of the old year, and what they are called in the new one. */
export type YearNames = NameMap;

/** What an initiative of the new year's plan tells of where it came from. */
export type Successor = Pick<Initiative, 'id' | 'predecessorId'>;

export interface NextYearRequest {
  fromYear: string;
  toYear: string;
  /** Everything in the old year's plan. */
  initiatives: readonly InitiativeDetails[];
  choices: ReadonlyMap<number, YearChoice>;
  names: YearNames;
  /** What stands in the new year's plan already. */
  successors: readonly Successor[];
  /** Also ends the old year's rows. Before its last round they would no longer be asked for. */
  closeOld: boolean;
}

/** A row to be made in the new year's plan. */
export interface CarriedInitiative {
  fromId: number;
  sortOrder: number;
  writing: InitiativeWriting;
}

/** A row of the old year that is to be ended. */
export interface EndedInitiative {
  base: InitiativeDetails;
  lifecycle: Lifecycle;
  reason: string;
}

/** Why an initiative keeps the year from being made. */
export interface YearTrouble {
  initiativeId: number;
  kind: 'notChosen' | 'reason' | 'tooLong' | 'cpr';
}

/** What a run would do. Made from what stands, so that a second run does just what the first one left. */
export interface NextYearPlan {
  /** Those that a choice is made for, in the plan's order. */
  open: InitiativeDetails[];
  /** Ids of those that are in the new year's plan by now: they are carried on, whatever is chosen. */
  carriedAlready: ReadonlySet<number>;
  carried: CarriedInitiative[];
  ended: EndedInitiative[];
  troubles: YearTrouble[];
}

/** Looks only: the dry run that the page shows, and the plan that the run follows. */
export function nextYearPlan({ initiatives, choices, names, successors, closeOld }: NextYearRequest): NextYearPlan {
  const carriedAlready = new Set(successors.flatMap(({ predecessorId }) => (predecessorId === undefined ? [] : [predecessorId])));
  // One that was marked as carried on by hand, and stands nowhere in the new year, must not fall between the two.
  const open = initiatives.filter((initiative) => isOpenInitiative(initiative) || (initiative.lifecycle === 'CarriedForward' && !carriedAlready.has(initiative.id)))
    .sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id);
  const choiceOf = ({ id, lifecycle, lifecycleReason }: InitiativeDetails): YearChoice | undefined => {
    const chosen = choices.get(id);
    return carriedAlready.has(id) || lifecycle === 'CarriedForward' ? { ending: 'carry', reason: chosen?.ending === 'carry' ? chosen.reason : lifecycleReason } : chosen;
  };
  const carried: CarriedInitiative[] = [];
  const ended: EndedInitiative[] = [];
  const troubles: YearTrouble[] = [];
  for (const initiative of open) {
    const choice = choiceOf(initiative);
    const trouble = troubleOf(choice);
    if (!choice || trouble) {
      troubles.push({ initiativeId: initiative.id, kind: trouble ?? 'notChosen' });
    } else {
      if (choice.ending === 'carry' && !carriedAlready.has(initiative.id)) {
        carried.push({ fromId: initiative.id, sortOrder: initiative.sortOrder, writing: renamed(initiative, names) });
      }
      const lifecycle = endedLifecycles[choice.ending];
      if (closeOld && initiative.lifecycle !== lifecycle) {
        ended.push({ base: initiative, lifecycle, reason: choice.reason });
      }
    }
  }
  return { open, carriedAlready, carried, ended, troubles };
}

/** The names of the initiatives that go on, each once and in order: what may be called otherwise in the new year. */
export function namesToMap(open: readonly Pick<Initiative, 'department' | 'committees'>[], locale: string): { departments: string[]; committees: string[] } {
  const distinct = (names: readonly string[]): string[] => Array.from(new Set(names)).filter(Boolean).sort((a, b) => a.localeCompare(b, locale));
  return { departments: distinct(open.map(({ department }) => department)), committees: distinct(open.flatMap(({ committees }) => committees)) };
}

/** No round of the old year is still to come: its rows may be ended without anybody being asked less. */
export function isYearOver(meetings: readonly Meeting[], year: string): boolean {
  return meetings.filter((meeting) => meeting.forum === boardForum && meeting.period.startsWith(`${year}-`) && meeting.state !== 'Cancelled').every(isLocked);
}

/** What names the new row of an initiative for good. */
export function carriedKey(toYear: string, fromId: number): string {
  return `plan-${toYear}:${fromId}`;
}

function troubleOf(choice: YearChoice | undefined): YearTrouble['kind'] | undefined {
  if (choice === undefined) {
    return 'notChosen';
  }
  if (choice.reason.length > longestLine) {
    return 'tooLong';
  }
  if (looksLikeCpr(choice.reason)) {
    return 'cpr';
  }
  return choice.ending !== 'carry' && choice.reason.trim() === '' ? 'reason' : undefined;
}

/** The initiative as the new year's plan begins it: as it stands, under the new year's names. */
function renamed(initiative: InitiativeDetails, names: YearNames): InitiativeWriting {
  return withNames({ ...initiativeWritingOf(initiative), lifecycle: isOpenInitiative(initiative) ? initiative.lifecycle : 'InProgress', lifecycleReason: '' }, names);
}
