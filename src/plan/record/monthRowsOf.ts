import type { MonthRows } from '../ports/planStore';
import { isUnchanged, type SinceLast } from '../sinceLast';
import type { MonthRecord } from './monthRecord';

/** The record as the lists gave the month: for views that are made from its rows. */
export function monthRowsOf({ planYear, period, initiatives, efforts, obs }: MonthRecord): MonthRows {
  return {
    planYear, period,
    initiatives: initiatives.map(({ initiative }) => initiative),
    efforts: efforts.map(({ effort }) => effort),
    reports: [...initiatives, ...efforts].flatMap(({ report }) => report ?? []),
    obsPoints: obs.map(({ point }) => point)
  };
}

/** What was new in the month against the round before, as the record has it. Longer back it knows nothing, so there is no strip. */
export function sinceLastOf({ initiatives }: MonthRecord): Map<number, SinceLast> {
  return new Map(initiatives.map(({ initiative, report, received, previous }): [number, SinceLast] => {
    const unchanged = report !== undefined && received && previous !== undefined && isUnchanged(previous, report);
    return [initiative.id, { strip: [], before: previous, unchanged, unchangedMonths: unchanged ? 1 : 0 }];
  }));
}
