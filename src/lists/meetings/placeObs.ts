import type { ObsPoint } from '../../plan/obsPoint';
import type { ObsPlace } from '../../plan/ports/meetingStore';
import type { WriteOutcome } from '../../plan/problem';
import { obsColumns, obsPointOf } from '../mapping/rows';
import { changeRow } from '../write/changeRow';
import type { ListWriter, Writing } from '../write/listWriter';

const placeWriter: ListWriter<ObsPoint, ObsPlace> = {
  list: 'ObsPoints', columns: obsColumns, fromRow: obsPointOf, textsOf: ({ sortOrder }) => ({ sortOrder }), asWritten: (place) => place,
  toBody: ({ sortOrder }) => ({ SortOrder: sortOrder }), rules: { kinds: { sortOrder: 'value' } }
};

/** Writes the place alone: a text that a colleague saved a moment ago is neither in the way nor written over. */
export function placeObs(writing: Writing, base: ObsPoint, sortOrder: number): Promise<WriteOutcome<ObsPoint, ObsPlace>> {
  return changeRow(writing, placeWriter, { base, texts: { sortOrder } });
}
