import * as React from 'react';
import type { LockOutcome, LockRequest, LockStep } from '../../plan/ports/annexStore';
import type { PlanSite } from '../../plan/ports/planStore';
import { problemOf } from '../../plan/problem';
import { useRefreshMeetings, useSavedMeeting } from '../rounds/roundQueries';
import { useAnnexStore, useRefreshFiled } from '../shared/annexQueries';
import { useAnnounce } from '../shared/announcer';
import { keepFocus } from '../shared/keepFocus';
import { text } from '../shared/texts';

export interface LockRun {
  /** The step that is being done; undefined when nothing is. */
  step: LockStep | undefined;
  /** How the last run ended. */
  outcome: LockOutcome | undefined;
  start: (request: LockRequest) => void;
  /** Ends the run before its next step. */
  stop: () => void;
}

/** Runs a lock, tells its steps, and shows at once what came of it. */
export function useLock(site: PlanSite, onLocked?: () => void): LockRun {
  const store = useAnnexStore(site.timeZone);
  const announce = useAnnounce();
  const put = useSavedMeeting();
  const refreshMeetings = useRefreshMeetings();
  const refreshFiled = useRefreshFiled();
  const stopping = React.useRef(false);
  const [step, setStep] = React.useState<LockStep>();
  const [outcome, setOutcome] = React.useState<LockOutcome>();
  const run = async (request: LockRequest): Promise<LockOutcome> => {
    const { documentMaker } = await import(/* webpackChunkName: 'word' */ '../../documents/filed/documentMaker');
    return (await store()).lock(request, documentMaker(text), { onStep: setStep, stop: () => stopping.current });
  };
  const start = (request: LockRequest): void => {
    stopping.current = false;
    setOutcome(undefined);
    setStep('rows');
    run(request)
      .catch((error: unknown): LockOutcome => ({ kind: 'interrupted', step: 'rows', problem: problemOf(error) }))
      .then((ended) => {
        setStep(undefined);
        setOutcome(ended);
        refreshFiled();
        if (ended.kind === 'locked') {
          announce(text('documents.locked', ended.revision));
          put(ended.meeting);
          // The button that was pressed is gone: what was filed is said where the focus goes.
          keepFocus('filed');
          onLocked?.();
        } else {
          refreshMeetings();
        }
      })
      .catch(() => undefined);
  };
  return { step, outcome, start, stop: () => { stopping.current = true; } };
}
