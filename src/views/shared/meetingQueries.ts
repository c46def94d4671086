import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import * as React from 'react';
import type { PlanStores } from '../../plan/commands';
import type { Decision } from '../../plan/decision';
import type { DecisionRows } from '../../plan/decisionHistory';
import type { FollowUp } from '../../plan/followUp';
import type { MeetingDetails } from '../../plan/meeting';
import type { MeetingStore } from '../../plan/ports/meetingStore';
import { useSite, withRow } from './queries';
import { useServices } from './services';

/** The way to meetings, decisions and follow-ups, for whoever writes there. */
export function useMeetingStore(): () => Promise<MeetingStore> {
  const { loadMeetings } = useServices();
  const timeZone = useSite().data?.timeZone ?? 'UTC';
  return React.useCallback(() => loadMeetings(timeZone), [loadMeetings, timeZone]);
}

/** Every store that edits are written to. */
export function usePlanStores(): PlanStores {
  const { store } = useServices();
  const meetings = useMeetingStore();
  return React.useMemo(() => ({ plan: store, meetings }), [store, meetings]);
}

/** Every decision and follow-up. */
export function useDecisions(): UseQueryResult<DecisionRows> {
  const store = useMeetingStore();
  return useQuery(['decisions'], async () => (await store()).decisions());
}

export function useMeetingDetails(meetingId: number): UseQueryResult<MeetingDetails> {
  const store = useMeetingStore();
  return useQuery(['meeting', meetingId], async () => (await store()).details(meetingId));
}

/** Puts decisions and follow-ups that were just saved into what is shown. */
export function useSavedDecisions(): { decision: (row: Decision) => void; followUp: (row: FollowUp) => void } {
  const client = useQueryClient();
  return React.useMemo(() => {
    const put = (change: (rows: DecisionRows) => DecisionRows): void => {
      client.setQueryData<DecisionRows>(['decisions'], (rows) => rows && change(rows));
    };
    return {
      decision: (row) => put((rows) => ({ ...rows, decisions: withRow(rows.decisions, row) })),
      followUp: (row) => put((rows) => ({ ...rows, followUps: withRow(rows.followUps, row) }))
    };
  }, [client]);
}
