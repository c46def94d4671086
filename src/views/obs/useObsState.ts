import * as React from 'react';
import { writingOf, type ObsPoint, type ObsState } from '../../plan/obsPoint';
import type { Period } from '../../plan/period';
import { problemOf, type Problem } from '../../plan/problem';
import { useAnnounce } from '../shared/announcer';
import { keepFocus } from '../shared/keepFocus';
import { useSavedRows } from '../shared/queries';
import { useServices } from '../shared/services';
import { text } from '../shared/texts';

interface StateChange {
  set: (state: ObsState) => void;
  saving: boolean;
  problem: Problem | undefined;
}

/** Takes a point back, or opens it again: one press, and the other press undoes it. */
export function useObsState(point: ObsPoint, period: Period): StateChange {
  const { store } = useServices();
  const saved = useSavedRows();
  const announce = useAnnounce();
  const [state, setState] = React.useState<{ saving: boolean; problem?: Problem }>({ saving: false });
  const save = async (next: ObsState): Promise<void> => {
    setState({ saving: true });
    const outcome = await store.rewriteObs(point, { ...writingOf(point), state: next, closedPeriod: next === 'Open' ? undefined : period, closingText: '' });
    if (outcome.kind === 'refused') {
      setState({ saving: false, problem: outcome.problem });
      return;
    }
    // Somebody else changed the point first: it is shown as it stands now, and nothing was written over it.
    saved.obs(outcome.kind === 'saved' ? outcome.row : outcome.theirs);
    keepFocus(`obs-${point.id}`);
    announce(text(outcome.kind === 'saved' ? 'save.done' : 'obs.changedByOther'));
    setState({ saving: false });
  };
  return { saving: state.saving, problem: state.problem, set: (next) => { save(next).catch((error: unknown) => setState({ saving: false, problem: problemOf(error) })); } };
}
