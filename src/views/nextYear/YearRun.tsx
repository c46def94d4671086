import { useQueryClient } from '@tanstack/react-query';
import * as React from 'react';
import { endedLifecycles, yearEndings, type NextYearPlan } from '../../plan/nextYear/nextYear';
import type { NextYearOutcome, NextYearRun, YearLine } from '../../plan/ports/nextYearStore';
import type { PlanSite } from '../../plan/ports/planStore';
import type { RowProgress } from '../../plan/ports/roundStore';
import { useAddress } from '../app/address';
import { RunProblem } from '../rounds/RunProblem';
import { useRun } from '../rounds/useRun';
import { CopyReport } from '../setup/CopyReport';
import { writeProblemText } from '../shared/problemText';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

interface YearRunProps {
  site: PlanSite;
  plan: NextYearPlan;
  run: NextYearRun;
  onRunning: (running: boolean) => void;
  /** All of it stands. */
  onDone: () => void;
  onChanged: () => void;
}

/** What would be done, the run that does it, and the report of what was. */
export const YearRun: React.FC<YearRunProps> = ({ site, plan, run, onRunning, onDone, onChanged }) => {
  const { loadNextYear } = useServices();
  const client = useQueryClient();
  const [, changeAddress] = useAddress();
  const state = useRun();
  const [progress, setProgress] = React.useState<RowProgress>();
  const [outcome, setOutcome] = React.useState<NextYearOutcome>();
  const stopping = React.useRef(false);
  const report = React.useRef<HTMLDivElement>(null);
  // The button that was pressed is gone or grey by now: whoever works by keyboard goes on from the report.
  React.useEffect(() => { if (outcome) { report.current?.focus(); } }, [outcome]);
  const total = plan.carried.length + plan.ended.length + run.meetings.length;
  // The new year stands, and only the old one is left to be ended.
  const closing = plan.carriedAlready.size > 0 && plan.carried.length === 0 && plan.ended.length > 0;
  const start = (): void => {
    stopping.current = false;
    setOutcome(undefined);
    setProgress({ done: 0, total });
    onRunning(true);
    state.start(async () => {
      try {
        const ended = await (await loadNextYear(site.timeZone)).run(run, { onProgress: setProgress, stop: () => stopping.current });
        setOutcome(ended);
        if (ended.kind === 'done') {
          onDone();
        }
        return ended.problem;
      } finally {
        onRunning(false);
        setProgress(undefined);
        ['site', 'month', 'history'].forEach((name) => { client.invalidateQueries([name]).catch(() => undefined); });
        onChanged();
      }
    });
  };
  return (
    <>
      <ul>{summaryOf(plan, run).map((line) => <li key={line}>{line}</li>)}</ul>
      {plan.troubles.length > 0 && <p className={styles.notice}>{text(plan.troubles.length === 1 ? 'year.troubleOne' : 'year.troubles', plan.troubles.length)}</p>}
      {progress && <p role="status"><progress value={progress.done} max={Math.max(1, progress.total)} aria-label={text('year.progress', progress.done, progress.total)} /> {text('year.progress', progress.done, progress.total)}</p>}
      <RunProblem problem={state.problem} />
      {outcome && (
        <div role="status" ref={report} tabIndex={-1}>
          <p>{text(outcome.kind === 'done' ? 'year.done' : 'year.interrupted')}</p>
          <ul>{reportOf(outcome.lines, false).map((line) => <li key={line}>{line}</li>)}</ul>
        </div>
      )}
      <p className={styles.editorButtons}>
        {total > 0 && <button type="button" className={styles.primaryButton} disabled={state.running || plan.troubles.length > 0} onClick={start}>{outcome?.kind === 'interrupted' ? text('setup.continue') : closing ? text('year.close', run.fromYear) : text('year.run', run.toYear)}</button>}
        {state.running && <button type="button" className={styles.button} autoFocus onClick={() => { stopping.current = true; }}>{text('setup.stop')}</button>}
        {outcome && !state.running && <CopyReport text={() => [text('year.heading', run.toYear), ...reportOf(outcome.lines, true)].join('\n')} />}
        {plan.carriedAlready.size > 0 && !state.running && <button type="button" className={styles.button} onClick={() => changeAddress({ view: 'overview', year: run.toYear, period: `${run.toYear}-01` })}>{text('year.see', run.toYear)}</button>}
      </p>
    </>
  );
};

/** What a run would do, in words. */
function summaryOf({ carried, ended }: NextYearPlan, { meetings, toYear, fromYear }: NextYearRun): string[] {
  const counted = (kind: 'carried' | 'meetings', count: number): string[] => (count === 0 ? [] : [text(count === 1 ? `year.will.${kind}One` as const : `year.will.${kind}` as const, count, toYear)]);
  const ends = yearEndings.map((ending) => ({ ending, count: ended.filter(({ lifecycle }) => lifecycle === endedLifecycles[ending]).length })).filter(({ count }) => count > 0);
  const lines = [...counted('carried', carried.length), ...counted('meetings', meetings.length), ...ends.map(({ ending, count }) => text('year.will.ended', fromYear, text(`life.${endedLifecycles[ending]}` as const), count))];
  return lines.length > 0 ? lines : [text('year.nothing')];
}

/** What was done: how many of each, and row by row where it is copied or did not go well. */
function reportOf(lines: readonly YearLine[], everyRow: boolean): string[] {
  const groups = new Map<string, number>();
  lines.forEach(({ what, outcome }) => { const name = text(`year.line.${what}` as const, text(`year.outcome.${outcome}` as const)); groups.set(name, (groups.get(name) ?? 0) + 1); });
  const rows = lines.filter(({ outcome }) => everyRow || outcome === 'changed' || outcome === 'refused');
  return [
    ...Array.from(groups, ([name, count]) => `${name}: ${count}`),
    ...rows.map(({ what, name, outcome, problem }) => [text(`year.line.${what}` as const, text(`year.outcome.${outcome}` as const)), name, problem && (what === 'coupled' && problem.kind === 'forbidden' ? text('year.boardCouples') : writeProblemText(problem))].filter(Boolean).join(' · '))
  ];
}
