import * as React from 'react';
import type { PlanSite } from '../../plan/ports/planStore';
import type { MeetingOutcome, RoundStore } from '../../plan/ports/roundStore';
import { useRefreshMeetings, useRoundStore, useSavedMeeting } from './roundQueries';
import { useRun, type Run } from './useRun';

interface MeetingChange {
  run: Run;
  /** Somebody changed the meeting first; nothing was written, and the list is read anew. */
  changedByOther: boolean;
  change: (work: (store: RoundStore) => Promise<MeetingOutcome>) => void;
}

/** Writes one meeting, and shows it at once when it is saved. */
export function useMeetingChange(site: PlanSite, onSaved: () => void): MeetingChange {
  const store = useRoundStore(site.timeZone);
  const put = useSavedMeeting();
  const refresh = useRefreshMeetings();
  const run = useRun();
  const [changedByOther, setChangedByOther] = React.useState(false);
  const change = (work: (store: RoundStore) => Promise<MeetingOutcome>): void => {
    setChangedByOther(false);
    run.start(async () => {
      const outcome = await work(await store());
      if (outcome.kind === 'refused') {
        return outcome.problem;
      }
      if (outcome.kind === 'saved') {
        put(outcome.row);
        onSaved();
      } else {
        setChangedByOther(true);
        refresh();
      }
      return undefined;
    });
  };
  return { run, changedByOther, change };
}
