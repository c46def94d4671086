import * as React from 'react';
import type { DecisionRows } from '../../plan/decisionHistory';
import type { MeetingDetails } from '../../plan/meeting';
import type { Overview } from '../../plan/overview';
import type { Period } from '../../plan/period';
import type { MonthRows, PlanSite } from '../../plan/ports/planStore';
import type { MonthRecord } from '../../plan/record/monthRecord';
import { EditingProvider, type RowEdit } from '../editing/EditingProvider';

/** What the page of a meeting and its meeting view are made from. */
export interface ShownMeeting {
  site: PlanSite;
  meeting: MeetingDetails;
  /** As the lists have it, or as it was filed when the round was locked. */
  month: MonthRows;
  /** What was filed, where the round is locked. */
  record?: MonthRecord;
  /** The whole plan in the month. */
  view: Overview;
  rows: DecisionRows;
}

const GoOnContext = React.createContext<(next: RowEdit | undefined) => void>(() => undefined);

/** Editing at a meeting: a decision that was just written may go on in its follow-up, without a hand leaving the keys. */
export const MeetingWork: React.FC<{ site: PlanSite; period: Period }> = ({ site, period, children }) => {
  const next = React.useRef<RowEdit>();
  const goesOn = React.useCallback((): RowEdit | undefined => {
    const edit = next.current;
    next.current = undefined;
    return edit;
  }, []);
  const goOn = React.useCallback((edit: RowEdit | undefined) => { next.current = edit; }, []);
  return <EditingProvider site={site} period={period} goesOn={goesOn}><GoOnContext.Provider value={goOn}>{children}</GoOnContext.Provider></EditingProvider>;
};

/** Says what is written next when the open editor ends. */
export function useGoOn(): (next: RowEdit | undefined) => void {
  return React.useContext(GoOnContext);
}
