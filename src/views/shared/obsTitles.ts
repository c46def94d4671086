import { isNamed } from '../../plan/initiative';
import type { ObsPoint } from '../../plan/obsPoint';
import type { MonthRows } from '../../plan/ports/planStore';
import { text } from './texts';

/** What a point is about, in the paper's words: its initiatives in the order of the plan, then its strategic effort. */
export function obsTitles({ initiativeIds, effortId }: ObsPoint, { initiatives, efforts }: Pick<MonthRows, 'initiatives' | 'efforts'>): string[] {
  const titles = [
    ...initiatives.filter((initiative) => isNamed(initiative, initiativeIds)).sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id).map(({ originalText }) => originalText),
    ...efforts.filter(({ id }) => id === effortId).map(({ title }) => title)
  ];
  return titles.length > 0 ? titles : [text('obs.wholePlan')];
}
