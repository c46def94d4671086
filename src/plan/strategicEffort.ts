import type { CalendarDate } from './calendar';
import type { Period } from './period';
import type { Stored } from './stored';

/** One of the board's own strategic efforts (*strategisk indsats*). */
export interface StrategicEffort extends Stored {
  title: string;
  description: string;
  ownerId?: number;
  ownerRole: string;
  initiativeIds: number[];
  validFrom?: CalendarDate;
  validTo?: CalendarDate;
  sortOrder: number;
}

/** Valid at some time in the month. */
export function isValidIn(effort: StrategicEffort, period: Period): boolean {
  return (!effort.validFrom || effort.validFrom.slice(0, 7) <= period) && (!effort.validTo || effort.validTo.slice(0, 7) >= period);
}
