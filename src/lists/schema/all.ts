import { annexes } from './annexes';
import type { ListSchema } from './columns';
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
