import { DefaultButton, PrimaryButton } from '@fluentui/react/lib/Button';
import { ProgressIndicator } from '@fluentui/react/lib/ProgressIndicator';
import * as React from 'react';
import type { PlanSetup, SetupCheck, SetupProgress, SetupStep } from '../../plan/ports/planSetup';
import { problemOf, type Problem } from '../../plan/problem';
import { noteProblem } from '../shared/lastProblems';
import { readProblemText } from '../shared/problemText';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { CopyReport } from './CopyReport';
import { checkAsText, stepsAsText } from './reportText';
import { isSound, type ChosenRoles } from './SetupView';

interface SetupRunProps {
  setup: PlanSetup;
  roles: ChosenRoles;
  check: SetupCheck;
  /** The lists are to be looked at anew. */
  onChanged: () => Promise<void>;
  onDone: () => void;
}

interface Result {
  steps?: SetupStep[];
  problem?: Problem;
  stopped?: boolean;
}

/** The run: progress, a way to stop after the step at hand, and a report that can be copied. */
export const SetupRun: React.FC<SetupRunProps> = ({ setup, roles, check, onChanged, onDone }) => {
  const { now, version } = useServices();
  const [progress, setProgress] = React.useState<SetupProgress>();
  const [result, setResult] = React.useState<Result>();
  const stopping = React.useRef(false);
  const region = React.useRef<HTMLElement>(null);
  // The button that was pressed is gone or grey by now: whoever works by keyboard goes on from the result.
  React.useEffect(() => {
    if (result) {
      region.current?.focus();
    }
  }, [result]);
  const running = progress !== undefined && result === undefined;
  const run = async (): Promise<void> => {
    stopping.current = false;
    setResult(undefined);
    setProgress({ done: 0, total: 1, step: { list: '', step: 'list', outcome: 'kept' } });
    const taken: SetupStep[] = [];
    try {
      await setup.run(await setup.resolve(roles), (next) => { taken.push(next.step); setProgress(next); }, () => stopping.current);
      setResult({ steps: taken, stopped: stopping.current });
    } catch (error) {
      // In the report as well, with what failed before.
      noteProblem(problemOf(error), now());
      setResult({ steps: taken.length > 0 ? taken : undefined, problem: problemOf(error) });
    }
    await onChanged();
  };
  const start = (): void => {
    run().catch((error: unknown) => setResult({ problem: problemOf(error) }));
  };
  const missing = check.lists.some((list) => list.differences.some(({ kind }) => kind === 'listMissing'));
  const finished = result?.steps !== undefined && !result.stopped && !result.problem;
  return (
    <section aria-label={text('setup.run')} ref={region} tabIndex={-1}>
      {running && progress && (
        <div role="status">
          <ProgressIndicator label={progress.step.list} description={text('setup.progress', progress.done, progress.total, text(`setup.step.${progress.step.step}` as const))} percentComplete={progress.done / progress.total} />
        </div>
      )}
      {result?.problem && <ProblemNotice problem={result.problem} partly={result.steps !== undefined} />}
      {result?.steps && <Report steps={result.steps} stopped={result.stopped === true} failed={result.problem !== undefined} />}
      <p className={styles.editorButtons}>
        {!finished && <PrimaryButton text={text(result?.stopped ? 'setup.continue' : missing ? 'setup.run' : 'setup.mend')} disabled={running} onClick={start} />}
        {running && <DefaultButton autoFocus text={text('setup.stop')} onClick={() => { stopping.current = true; }} />}
        {finished && <PrimaryButton text={text('setup.toPlan')} onClick={onDone} />}
        {!running && !finished && <DefaultButton text={text(isSound(check) ? 'setup.toPlan' : 'common.cancel')} onClick={onDone} />}
        {!running && <CopyReport text={() => [checkAsText(check, version), result?.steps ? stepsAsText(result.steps) : ''].join('\n')} />}
      </p>
    </section>
  );
};

const ProblemNotice: React.FC<{ problem: Problem; partly: boolean }> = ({ problem, partly }) => (
  <>
    <p role="alert" className={styles.notice}>
      {problem.kind === 'forbidden' ? text('setup.askOwner') : `${readProblemText(problem).title} ${readProblemText(problem).help}`}
    </p>
    {partly && <p>{text('setup.runAgain')}</p>}
  </>
);

const Report: React.FC<{ steps: readonly SetupStep[]; stopped: boolean; failed: boolean }> = ({ steps, stopped, failed }) => {
  const made = steps.filter((step) => step.outcome === 'made').length;
  return (
    <div role="status">
      {!failed && <p>{text(stopped ? 'setup.stopped' : made > 0 ? 'setup.done' : 'setup.nothingToDo', made)}</p>}
      <ul>{stepsAsText(steps).split('\n').map((line) => <li key={line}>{line}</li>)}</ul>
    </div>
  );
};
