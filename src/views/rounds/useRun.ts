import * as React from 'react';
import type { Problem } from '../../plan/problem';
import { problemOf } from '../../plan/problem';

export interface Run {
  running: boolean;
  /** What stopped the last run. */
  problem: Problem | undefined;
  /** Starts a run; it resolves to what stopped it, or to nothing. */
  start: (work: () => Promise<Problem | undefined>) => void;
}

/** One write at a time, with what went wrong in the last one. */
export function useRun(): Run {
  const [state, setState] = React.useState<{ running: boolean; problem?: Problem }>({ running: false });
  const mounted = React.useRef(true);
  React.useEffect(() => () => { mounted.current = false; }, []);
  const start = (work: () => Promise<Problem | undefined>): void => {
    setState({ running: true });
    work().catch(problemOf).then((problem) => {
      // What was saved may have taken this part of the page away.
      if (mounted.current) {
        setState({ running: false, problem });
      }
    }, () => undefined);
  };
  return { running: state.running, problem: state.problem, start };
}
