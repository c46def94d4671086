import * as React from 'react';
import { effortTopic } from '../../plan/commands';
import type { Initiative } from '../../plan/initiative';
import { problemOf, type Problem } from '../../plan/problem';
import { withCoupling, type StrategicEffort } from '../../plan/strategicEffort';
import { useOutbox } from '../outbox/OutboxProvider';
import { useAnnounce } from '../shared/announcer';
import { usePlanStores } from '../shared/meetingQueries';
import { useSavedRows } from '../shared/queries';
import { text } from '../shared/texts';

export interface Coupling {
  couple: (effort: StrategicEffort, initiative: Initiative, coupled: boolean) => void;
  /** The coupling that is on its way, by effort and initiative. */
  saving: string | undefined;
  problem: Problem | undefined;
}

export function couplingKey(effort: StrategicEffort, initiative: Initiative): string {
  return `${effort.id}-${initiative.id}`;
}

/** Somebody else may win the race again and again; then the person presses again. */
const attempts = 3;

/**
 * Couples an initiative and a strategic effort, or takes the coupling away: one press, and the same press undoes it. What
 * others have changed in the effort meanwhile stands: the one coupling is laid upon their row.
 */
export function useCoupling(): Coupling {
  const stores = usePlanStores();
  const saved = useSavedRows();
  const outbox = useOutbox();
  const announce = useAnnounce();
  const [state, setState] = React.useState<{ saving?: string; problem?: Problem }>({});
  const save = async (base: StrategicEffort, initiative: Initiative, coupled: boolean, attempt: number): Promise<void> => {
    const command = { topic: 'effort' as const, clientKey: '', base, texts: withCoupling(base, initiative.id, coupled) };
    const outcome = await effortTopic.run(stores, command);
    if (outcome.kind === 'saved') {
      saved.effort(outcome.row);
      announce(text(coupled ? 'strategy.coupledNow' : 'strategy.uncoupledNow', initiative.title, base.title));
      setState({});
    } else if (outcome.kind !== 'refused') {
      saved.effort(outcome.theirs);
      await (attempt < attempts ? save(outcome.theirs, initiative, coupled, attempt + 1) : setState({ problem: { kind: 'unexpected', message: '' } }));
    } else if (outcome.problem.kind === 'offline') {
      outbox.queue(command, text('strategy.coupling', base.title));
      announce(text('outbox.queued'));
      setState({});
    } else {
      setState({ problem: outcome.problem });
    }
  };
  return {
    saving: state.saving, problem: state.problem,
    couple: (effort, initiative, coupled) => {
      setState({ saving: couplingKey(effort, initiative) });
      save(effort, initiative, coupled, 1).catch((error: unknown) => setState({ problem: problemOf(error) }));
    }
  };
}
