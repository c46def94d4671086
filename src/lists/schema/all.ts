import { annexes } from './annexes';
import type { ListKey, ListSchema } from './columns';
import { decisions } from './decisions';
import { economyLines } from './economyLines';
import { followUps } from './followUps';
import { initiatives } from './initiatives';
import { meetings } from './meetings';
import { obsPoints } from './obsPoints';
import { settings } from './settings';
import { statusReports } from './statusReports';
import { strategicEfforts } from './strategicEfforts';

/** Every container of the plan, in the order that they can be made: what a lookup points at comes first. */
export const allLists: readonly ListSchema[] = [
  initiatives, strategicEfforts, meetings, statusReports, obsPoints, decisions, followUps, economyLines, settings, annexes
];

/** The server-relative address of a list on a site: lists are found by this, never by their title. */
export function listUrl(siteUrl: string, key: ListKey): string {
  const list = allLists.find((each) => each.key === key);
  const root = siteUrl.replace(/\/$/, '');
  return list?.library ? `${root}/${list.folder}` : `${root}/Lists/${list?.folder ?? key}`;
}
