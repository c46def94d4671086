import type { CalendarDate } from '../calendar';
import type { InitiativeDetails } from '../initiative';
import type { Successor, YearChoice, YearNames } from '../nextYear/nextYear';
import type { Period } from '../period';
import type { Problem } from '../problem';
import type { RowWatch } from './roundStore';

/** What was chosen, as it was kept when the plan was last made. */
export interface KeptYear {
  choices: [number, YearChoice][];
  names: YearNames;
  state: 'started' | 'made' | 'closed';
}

/** Both years as they stand. */
export interface NextYearRows {
  /** The old year's plan, with all that is written. */
  initiatives: InitiativeDetails[];
  successors: Successor[];
  kept?: KeptYear;
}

export interface NextYearRun {
  fromYear: string;
  toYear: string;
  choices: ReadonlyMap<number, YearChoice>;
  names: YearNames;
  meetings: readonly { period: Period; date: CalendarDate }[];
  closeOld: boolean;
}

/** How it went for one row. */
export interface YearLine {
  what: 'carried' | 'coupled' | 'ended' | 'meeting';
  name: string;
  /** `stood`: an earlier run, or somebody else, had done it. `changed`: somebody has changed the row, and nothing was written. */
  outcome: 'made' | 'stood' | 'changed' | 'refused';
  problem?: Problem;
}

/** Interrupted, what was made stays; the next run makes only what is missing. */
export interface NextYearOutcome {
  kind: 'done' | 'interrupted';
  lines: YearLine[];
  problem?: Problem;
}

/** Makes the next year's plan out of this one. Reads reject with a PlanError. */
export interface NextYearStore {
  rows(fromYear: string, toYear: string): Promise<NextYearRows>;
  run(run: NextYearRun, watch: RowWatch): Promise<NextYearOutcome>;
}
