import { useQuery } from '@tanstack/react-query';
import * as React from 'react';
import type { PlanRole, Principal, SetupCheck } from '../../plan/ports/planSetup';
import { problemOf } from '../../plan/problem';
import { FluentFrame } from '../shared/FluentFrame';
import { readProblemText } from '../shared/problemText';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { AccessSection } from './AccessSection';
import { HealthSection } from './HealthSection';
import { ListsSection } from './ListsSection';
import { RolesSection } from './RolesSection';
import { SetupRun } from './SetupRun';

export type ChosenRoles = Record<PlanRole, Principal[]>;

/** The owner's page: what the lists and their permissions are, what they would be, and the run that makes them so. */
const SetupView: React.FC<{ onDone: () => void }> = ({ onDone }) => {
  const { loadSetup } = useServices();
  const [chosen, setChosen] = React.useState<ChosenRoles>();
  const setup = useQuery(['setup'], loadSetup, { staleTime: Infinity });
  const groups = useQuery(['setup', 'groups'], async () => (await loadSetup()).groups(), { staleTime: Infinity });
  const check = useQuery(['setup', 'check', chosen], async () => (await loadSetup()).check(chosen), { keepPreviousData: true, staleTime: 0 });
  const roles = chosen ?? check.data?.roles;
  const error = setup.error ?? groups.error ?? check.error;
  return (
    <FluentFrame>
      <section className={styles.root} aria-labelledby="upl-setup">
        <h2 id="upl-setup">{text('setup.heading')}</h2>
        <p>{text('setup.intro')}</p>
        {error && <Trouble error={error} onRetry={() => [groups, check].forEach((query) => { query.refetch().catch(() => undefined); })} />}
        {!error && !(setup.data && groups.data && check.data && roles) && <p role="status">{text('setup.checking')}</p>}
        {setup.data && groups.data && check.data && roles && (
          <>
            <RolesSection groups={groups.data} roles={roles} onChange={setChosen} find={setup.data.findPrincipals} />
            <SetupRun setup={setup.data} roles={roles} check={check.data} onChanged={() => check.refetch().then(() => undefined)} onDone={onDone} />
            <ListsSection check={check.data} />
            <AccessSection check={check.data} busy={check.isFetching} />
            <HealthSection check={check.data} />
          </>
        )}
      </section>
    </FluentFrame>
  );
};

const Trouble: React.FC<{ error: unknown; onRetry: () => void }> = ({ error, onRetry }) => {
  const problem = problemOf(error);
  const words = readProblemText(problem);
  return (
    <div role="alert" className={styles.notice}>
      {problem.kind === 'forbidden' ? text('setup.askOwner') : `${words.title} ${words.help}`}{' '}
      <button type="button" className={styles.link} onClick={onRetry}>{text('problem.retry')}</button>
    </div>
  );
};

/** Everything is there and as it should be. */
export function isSound(check: SetupCheck): boolean {
  return check.schemaVersion.found === check.schemaVersion.wanted && check.lists.every((list) => list.differences.length === 0);
}

export default SetupView;
