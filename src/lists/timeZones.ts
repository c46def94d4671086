import type { TimeZone } from '../plan/calendar';
import { PlanError } from '../plan/problem';

/**
 * SharePoint's time zone ids with the names that Intl knows. REST gives a zone's id and biases but no summer-time
 * rules; those are Intl's. European zones and those of the North Atlantic, where a Danish municipality may stand.
 */
const zones: Readonly<Record<number, TimeZone>> = {
  2: 'Europe/London', 3: 'Europe/Copenhagen', 4: 'Europe/Berlin', 5: 'Europe/Athens', 6: 'Europe/Budapest', 7: 'Europe/Minsk', 10: 'America/New_York',
  11: 'America/Chicago', 12: 'America/Denver', 13: 'America/Los_Angeles', 29: 'Atlantic/Azores', 31: 'Atlantic/Reykjavik', 39: 'UTC', 49: 'Africa/Cairo',
  51: 'Europe/Moscow', 53: 'Atlantic/Cape_Verde', 57: 'Europe/Warsaw', 59: 'Europe/Helsinki', 60: 'America/Nuuk', 79: 'Asia/Amman', 93: 'UTC'
};

export function knownTimeZone(id: number): TimeZone | undefined {
  return zones[id];
}

/** @throws PlanError naming the id when the zone is not in the table: a wrong guess would move every date */
export function timeZoneOf(id: number): TimeZone {
  const zone = knownTimeZone(id);
  if (!zone) {
    throw new PlanError({ kind: 'unexpected', message: `SharePoint time zone ${id} is not known to the plan. Choose a European time zone in the site's regional settings.` });
  }
  return zone;
}
