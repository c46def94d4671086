import type { ObsPoint } from '../../plan/obsPoint';
import { useMeetingStore } from '../shared/meetingQueries';
import { useSavedRows } from '../shared/queries';
import { useRowOrder, type RowOrder } from '../shared/useRowOrder';

/** The directors' order of a level's open points. */
export function useObsOrder(points: readonly ObsPoint[]): RowOrder {
  const store = useMeetingStore();
  const saved = useSavedRows();
  return useRowOrder({ rows: points, save: async (point, sortOrder) => (await store()).placeObs(point, sortOrder), put: saved.obs, placeOf: (id) => `obs-${id}` });
}
