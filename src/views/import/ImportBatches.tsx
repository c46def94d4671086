import { useQuery, useQueryClient } from '@tanstack/react-query';
import * as React from 'react';
import type { KeptBatch, PlanImport, UndoOutcome } from '../../plan/ports/planImport';
import type { RowProgress } from '../../plan/ports/roundStore';
import { problemOf } from '../../plan/problem';
import { RowsProgress } from '../rounds/RowsProgress';
import { RunProblem } from '../rounds/RunProblem';
import { useRun } from '../rounds/useRun';
import { readProblemText } from '../shared/problemText';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';

/** What was brought in before. An owner may take a batch back; it asks first. */
export const ImportBatches: React.FC<{ plan: PlanImport; mayUndo: boolean }> = ({ plan, mayUndo }) => {
  const client = useQueryClient();
  const batches = useQuery(['importBatches'], () => plan.batches());
  const [asked, setAsked] = React.useState<string>();
  const [taken, setTaken] = React.useState<string>();
  const [outcome, setOutcome] = React.useState<UndoOutcome>();
  const [progress, setProgress] = React.useState<RowProgress>();
  const heading = React.useRef<HTMLHeadingElement>(null);
  const run = useRun();
  const undo = (batch: KeptBatch): void => run.start(async () => {
    // The button that asked goes: whoever works by keyboard goes on from here.
    heading.current?.focus();
    const ended = await plan.undo(batch.id, { onProgress: setProgress, stop: () => false });
    setOutcome(ended);
    setProgress(undefined);
    setAsked(undefined);
    ['importBatches', 'importKnown', 'site', 'month'].forEach((key) => { client.invalidateQueries([key]).catch(() => undefined); });
    return ended.problem;
  });
  return (
    <section aria-labelledby="upl-import-batches">
      <h3 id="upl-import-batches" ref={heading} tabIndex={-1}>{text('import.batches')}</h3>
      {batches.error !== null && <p role="alert" className={styles.notice}>{readProblemText(problemOf(batches.error)).title}</p>}
      {batches.data?.length === 0 && <p className={styles.muted}>{text('import.noBatches')}</p>}
      <ul className={styles.plainList}>
        {batches.data?.map((batch) => (
          <li key={batch.id} className={styles.planLine}>
            <span>{text(batch.total === 1 ? 'import.batchOne' : 'import.batch', batch.name, batch.planYear, batch.total)}</span> <span className={styles.muted}>{new Date(batch.startedAt).toLocaleDateString(locale(), { day: 'numeric', month: 'long', year: 'numeric' })}</span> <span className={styles.muted}>{text(`import.batch.${batch.state}` as const)}</span>
            {mayUndo && batch.state !== 'undone' && (asked === batch.id
              ? (
                <span onKeyDown={(event) => { if (event.key === 'Escape') { setAsked(undefined); } }}>
                  <button type="button" className={styles.primaryButton} autoFocus disabled={run.running} onClick={() => undo(batch)}>{text('import.undoSure', batch.name)}</button>{' '}
                  <button type="button" className={styles.button} disabled={run.running} onClick={() => setAsked(undefined)}>{text('common.cancel')}</button>
                </span>
              )
              // Where the question was taken back, the way to it has the focus again.
              : <button type="button" className={styles.button} autoFocus={taken === batch.id} disabled={run.running} onClick={() => { setTaken(batch.id); setAsked(batch.id); }}>{text('import.undo', batch.name)}</button>)}
          </li>
        ))}
      </ul>
      {run.running && progress && <RowsProgress progress={progress} />}
      <RunProblem problem={run.problem} />
      {outcome && <p role="status" className={styles.notice}>{text(outcome.recycled === 1 ? 'import.undoneOne' : 'import.undone', outcome.recycled, outcome.kept.length)} {outcome.kept.map(({ title, why }) => text(`import.kept.${why}` as const, title)).join(' ')}</p>}
    </section>
  );
};
