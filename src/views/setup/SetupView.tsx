import { DefaultButton, PrimaryButton } from '@fluentui/react/lib/Button';
import { Checkbox } from '@fluentui/react/lib/Checkbox';
import { ProgressIndicator } from '@fluentui/react/lib/ProgressIndicator';
import { useQuery } from '@tanstack/react-query';
import * as React from 'react';
import { planRoles, type PlanRole, type RoleGroups, type SetupProgress, type SetupStep } from '../../plan/ports/planSetup';
import { problemOf, type Problem } from '../../plan/problem';
import { FluentFrame } from '../shared/FluentFrame';
import { readProblemText } from '../shared/problemText';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

const noGroups: RoleGroups = { finance: [], directors: [], chiefs: [], readers: [] };

/** Makes the lists: which of the site's groups has which role, then the run with its progress and its report. */
const SetupView: React.FC<{ onDone: () => void }> = ({ onDone }) => {
  const { loadSetup } = useServices();
  const setup = useQuery(['setup'], async () => {
    const loaded = await loadSetup();
    return { run: loaded.run, groups: await loaded.groups() };
  }, { staleTime: Infinity });
  const [chosen, setChosen] = React.useState(noGroups);
  const [progress, setProgress] = React.useState<SetupProgress>();
  const [result, setResult] = React.useState<{ steps?: SetupStep[]; problem?: Problem; stopped?: boolean }>();
  const stopping = React.useRef(false);
  const running = progress !== undefined && result === undefined;
  const run = async (): Promise<void> => {
    if (!setup.data) {
      return;
    }
    stopping.current = false;
    setResult(undefined);
    setProgress({ done: 0, total: 1, step: { list: '', step: 'list', outcome: 'kept' } });
    try {
      const steps = await setup.data.run(chosen, setProgress, () => stopping.current);
      setResult({ steps, stopped: stopping.current });
    } catch (error) {
      setResult({ problem: problemOf(error) });
    }
  };
  const problem = result?.problem ?? (setup.error ? problemOf(setup.error) : undefined);
  return (
    <FluentFrame>
      <section className={styles.root} aria-labelledby="upl-setup">
        <h2 id="upl-setup">{text('setup.heading')}</h2>
        <p>{text('setup.intro')}</p>
        {setup.isLoading && <p role="status">{text('common.loading')}</p>}
        {setup.data && !result?.steps && (
          <div className={styles.filterPanel}>
            {planRoles.map((role) => (
              <GroupChoice key={role} role={role} groups={setup.data.groups} chosen={chosen[role]} disabled={running} onChange={(ids) => setChosen({ ...chosen, [role]: ids })} />
            ))}
          </div>
        )}
        {setup.data && chosen.directors.length === 0 && !result?.steps && <p className={styles.notice}>{text('setup.noDirectors')}</p>}
        {running && progress && (
          <div role="status">
            <ProgressIndicator label={progress.step.list} description={text('setup.progress', progress.done, progress.total, text(`setup.step.${progress.step.step}` as const))} percentComplete={progress.done / progress.total} />
          </div>
        )}
        {problem && <p role="alert" className={styles.notice}>{problem.kind === 'forbidden' ? text('setup.askOwner') : `${readProblemText(problem).title} ${readProblemText(problem).help}`}</p>}
        {problem && progress && <p>{text('setup.runAgain')}</p>}
        {result?.steps && <Report steps={result.steps} stopped={result.stopped === true} />}
        <p className={styles.editorButtons}>
          {!result?.steps && <PrimaryButton text={text('setup.run')} disabled={!setup.data || running} onClick={() => { run().catch((error: unknown) => setResult({ problem: problemOf(error) })); }} />}
          {running && <DefaultButton text={text('setup.stop')} onClick={() => { stopping.current = true; }} />}
          {result?.stopped && <PrimaryButton text={text('setup.continue')} onClick={() => { run().catch((error: unknown) => setResult({ problem: problemOf(error) })); }} />}
          {result?.steps && !result.stopped && <PrimaryButton text={text('setup.toPlan')} onClick={onDone} />}
          {!running && (!result?.steps || result.stopped) && <DefaultButton text={text('common.cancel')} onClick={onDone} />}
        </p>
      </section>
    </FluentFrame>
  );
};

interface GroupChoiceProps {
  role: PlanRole;
  groups: readonly { id: number; title: string }[];
  chosen: number[];
  disabled: boolean;
  onChange: (ids: number[]) => void;
}

const GroupChoice: React.FC<GroupChoiceProps> = ({ role, groups, chosen, disabled, onChange }) => (
  <fieldset className={styles.choices} disabled={disabled}>
    <legend>{text(`setup.role.${role}` as const)}</legend>
    <p className={styles.muted}>{text(`setup.role.${role}.help` as const)}</p>
    {groups.map((group) => (
      <Checkbox key={group.id} label={group.title} checked={chosen.includes(group.id)} disabled={disabled}
        onChange={(_event, checked) => onChange(checked ? [...chosen, group.id] : chosen.filter((id) => id !== group.id))} />
    ))}
  </fieldset>
);

const Report: React.FC<{ steps: readonly SetupStep[]; stopped: boolean }> = ({ steps, stopped }) => {
  const made = steps.filter((step) => step.outcome === 'made').length;
  const lists = Array.from(new Set(steps.map((step) => step.list)));
  return (
    <div role="status">
      <p>{text(stopped ? 'setup.stopped' : made > 0 ? 'setup.done' : 'setup.nothingToDo', made)}</p>
      <ul>
        {lists.map((list) => {
          const changed = steps.filter((step) => step.list === list && step.outcome === 'made').map((step) => text(`setup.step.${step.step}` as const));
          return <li key={list}>{list}: {changed.length > 0 ? changed.join(', ') : text('setup.asItShouldBe')}</li>;
        })}
      </ul>
    </div>
  );
};

export default SetupView;
