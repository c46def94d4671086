import { useQuery, useQueryClient } from '@tanstack/react-query';
import * as React from 'react';
import type { KeptBatch, PlanImport, UndoOutcome } from '../../plan/ports/planImport';
import { problemOf } from '../../plan/problem';
import { RunProblem } from '../rounds/RunProblem';
import { useRun } from '../rounds/useRun';
import { readProblemText } from '../shared/problemText';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

/** What was brought in before. An owner may take a batch back; it asks first. */
export const ImportBatches: React.FC<{ plan: PlanImport; mayUndo: boolean }> = ({ plan, mayUndo }) => {
  const client = useQueryClient();
  const batches = useQuery(['importBatches'], () => plan.batches());
  const [asked, setAsked] = React.useState<string>();
  const [outcome, setOutcome] = React.useState<UndoOutcome>();
  const run = useRun();
  const undo = (batch: KeptBatch): void => run.start(async () => {
    const ended = await plan.undo(batch.id, { onProgress: () => undefined, stop: () => false });
    setOutcome(ended);
    setAsked(undefined);
    ['importBatches', 'importKnown', 'month'].forEach((key) => { client.invalidateQueries([key]).catch(() => undefined); });
    return ended.problem;
  });
  return (
    <section aria-labelledby="upl-import-batches">
      <h3 id="upl-import-batches">{text('import.batches')}</h3>
      {batches.error !== null && <p role="alert" className={styles.notice}>{readProblemText(problemOf(batches.error)).title}</p>}
      {batches.data?.length === 0 && <p className={styles.muted}>{text('import.noBatches')}</p>}
      <ul className={styles.plainList}>
        {batches.data?.map((batch) => (
          <li key={batch.id} className={styles.planLine}>
            <span>{text(batch.total === 1 ? 'import.batchOne' : 'import.batch', batch.name, batch.planYear, batch.total)}</span> <span className={styles.muted}>{text(`import.batch.${batch.state}` as const)}</span>
            {mayUndo && batch.state !== 'undone' && (asked === batch.id
              ? <button type="button" className={styles.primaryButton} autoFocus disabled={run.running} onClick={() => undo(batch)}>{text('import.undoSure', batch.name)}</button>
              : <button type="button" className={styles.button} disabled={run.running} onClick={() => setAsked(batch.id)}>{text('import.undo', batch.name)}</button>)}
          </li>
        ))}
      </ul>
      <RunProblem problem={run.problem} />
      {outcome && <p role="status" className={styles.notice}>{text(outcome.recycled === 1 ? 'import.undoneOne' : 'import.undone', outcome.recycled, outcome.kept.length)} {outcome.kept.map(({ title, why }) => text(`import.kept.${why}` as const, title)).join(' ')}</p>}
    </section>
  );
};
