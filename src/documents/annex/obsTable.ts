import { isNamed, type Initiative } from '../../plan/initiative';
import type { ObsInMonth } from '../../plan/overview';
import type { StrategicEffort } from '../../plan/strategicEffort';
import { linesOf, paragraph, type Block, type Line } from '../model/documentModel';
import type { Text } from '../texts';
import { ageOf, closingLines, levelAndType, obsLines } from './obsLines';

/** What OBS points may be about: the plan in its order, of a record or of a month that is still open. */
export interface ObsSubjectsShown {
  initiatives: readonly { initiative: Initiative }[];
  efforts: readonly { effort: StrategicEffort }[];
}

/** OBS points one under another, in red with flag and word; "Ingen OBS-punkter" when there are none. */
export function obsTable(obs: readonly ObsInMonth[], shown: ObsSubjectsShown, text: Text): Block[] {
  if (obs.length === 0) {
    return [paragraph({ text: text('details.noObs') })];
  }
  return [{
    kind: 'table', caption: text('details.obs'),
    columns: [
      { title: text('doc.obs.point'), share: 34 }, { title: text('doc.obs.concerns'), share: 26 }, { title: text('obs.level'), share: 13 }, { title: text('obs.proposed'), share: 27 }
    ],
    rows: obs.map((each) => [
      [...obsLines(each, text), [{ text: ageOf(each, text), tone: 'obs' }]],
      concerns(each, shown, text), [[{ text: levelAndType(each, text) }]], [...linesOf(each.point.proposedAction), ...closingLines(each, text)]
    ])
  }];
}

/** What an OBS point is about: its initiatives as the paper writes them, its strategic effort, or the whole plan. */
function concerns({ point }: ObsInMonth, { initiatives, efforts }: ObsSubjectsShown, text: Text): Line[] {
  const titles = [
    ...initiatives.filter(({ initiative }) => isNamed(initiative, point.initiativeIds)).map(({ initiative }) => initiative.originalText),
    ...efforts.filter(({ effort }) => effort.id === point.effortId).map(({ effort }) => effort.title)
  ];
  return (titles.length > 0 ? titles : [text('doc.obs.wholePlan')]).map((title) => [{ text: title }]);
}
