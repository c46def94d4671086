import { isObsIn, obsLevels, type ObsLevel, type ObsPoint } from './obsPoint';
import { obsOf, type ObsInMonth } from './overview';
import type { Period } from './period';

/** The OBS points of one level in a month: what the summary (*opsamling*) of that level is made from. */
export interface ObsOfLevel {
  level: ObsLevel;
  /** In the order that directors gave them. */
  open: ObsInMonth[];
  /** Closed in this month, and so shown for the last time. */
  closed: ObsInMonth[];
  /** Taken back in this month: no longer an OBS point, but it can be opened again. */
  withdrawn: ObsPoint[];
}

/** The month's points by level, the board's first. */
export function obsByLevel(points: readonly ObsPoint[], period: Period): ObsOfLevel[] {
  const shown = obsOf(points, period);
  return obsLevels.map((level) => {
    const ofLevel = shown.filter(({ point }) => point.level === level);
    return {
      level,
      open: ofLevel.filter(({ open }) => open),
      closed: ofLevel.filter(({ open }) => !open),
      withdrawn: points.filter((point) => point.level === level && point.state === 'Withdrawn' && point.closedPeriod === period && !isObsIn(point, period))
    };
  });
}
