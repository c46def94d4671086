import { obsRules, unwrittenObs, writingOf, type ObsPoint, type ObsTexts, type ObsWriting } from '../../plan/obsPoint';
import type { Period } from '../../plan/period';
import type { NewObs, ObsOutcome } from '../../plan/ports/planStore';
import { obsBody, titleFrom } from '../mapping/bodies';
import { obsColumns, obsPointOf } from '../mapping/rows';
import { changeRow } from './changeRow';
import { createRow } from './createRow';
import type { ListWriter, Writing } from './listWriter';

export const obsWriter: ListWriter<ObsPoint, ObsWriting> = {
  list: 'ObsPoints', columns: obsColumns, fromRow: obsPointOf, textsOf: writingOf, toBody: obsBody, asWritten: writingOf, rules: obsRules
};

/** Raises a point. */
export function raiseObs(writing: Writing, start: NewObs, texts: ObsTexts, clientKey: string): Promise<ObsOutcome> {
  return createRow(writing, obsWriter, {
    start: { RaisedPeriod: start.raisedPeriod },
    begun: unwrittenObs, texts: { ...unwrittenObs, ...start.subjects, ...texts }, key: { column: 'ClientKey', value: clientKey, kind: 'client' }
  });
}

/** Saves changed texts of a point. */
export function saveObs(writing: Writing, base: ObsPoint, texts: ObsTexts): Promise<ObsOutcome> {
  return rewriteObs(writing, base, { ...writingOf(base), ...texts });
}

/** Closes a point: it is shown in this month and not in the next. */
export function closeObs(writing: Writing, base: ObsPoint, closedPeriod: Period, closingText: string): Promise<ObsOutcome> {
  return rewriteObs(writing, base, { ...writingOf(base), state: 'Closed', closedPeriod, closingText });
}

export async function rewriteObs(writing: Writing, base: ObsPoint, texts: ObsWriting): Promise<ObsOutcome> {
  const outcome = await changeRow(writing, obsWriter, { base, texts: writingOf(texts) });
  return outcome.kind === 'saved' ? { ...outcome, row: { ...outcome.row, title: titleFrom(outcome.row.text) } } : outcome;
}
