import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import * as React from 'react';
import type { PlanStores } from '../../plan/commands';
import { isTakenBack, type Decision } from '../../plan/decision';
import type { DecisionRows } from '../../plan/decisionHistory';
import type { FollowUp } from '../../plan/followUp';
import type { InitiativeDetails } from '../../plan/initiative';
import type { MeetingDetails } from '../../plan/meeting';
import type { InitiativeStore } from '../../plan/ports/initiativeStore';
import type { MeetingFocus, MeetingStore } from '../../plan/ports/meetingStore';
import type { PlanSite } from '../../plan/ports/planStore';
import { useSite, withRow } from './queries';
import { useServices } from './services';

/** The way to meetings, decisions and follow-ups, for whoever writes there. */
export function useMeetingStore(): () => Promise<MeetingStore> {
  const { loadMeetings } = useServices();
  const timeZone = useSite().data?.timeZone ?? 'UTC';
  return React.useCallback(() => loadMeetings(timeZone), [loadMeetings, timeZone]);
}

/** The way to the initiatives, for whoever keeps the plan. */
export function useInitiativeStore(): () => Promise<InitiativeStore> {
  const { loadInitiatives } = useServices();
  const timeZone = useSite().data?.timeZone ?? 'UTC';
  return React.useCallback(() => loadInitiatives(timeZone), [loadInitiatives, timeZone]);
}

/** The whole row of an initiative; asked for when somebody edits it. */
export function useInitiativeDetails(id: number | undefined): UseQueryResult<InitiativeDetails> {
  const store = useInitiativeStore();
  return useQuery(['initiative', id], async () => (await store()).details(id ?? 0), { enabled: id !== undefined });
}

/** Every store that edits are written to. */
export function usePlanStores(): PlanStores {
  const { store, loadStrategy, loadEconomy, loadAnnexes } = useServices();
  const timeZone = useSite().data?.timeZone ?? 'UTC';
  const meetings = useMeetingStore();
  const initiatives = useInitiativeStore();
  return React.useMemo(
    () => ({ plan: store, meetings, initiatives, strategy: () => loadStrategy(timeZone), economy: () => loadEconomy(timeZone), annexes: () => loadAnnexes(timeZone) }),
    [store, meetings, initiatives, loadStrategy, loadEconomy, loadAnnexes, timeZone]
  );
}

/** Every decision and follow-up. */
export function useDecisions(): UseQueryResult<DecisionRows> {
  const store = useMeetingStore();
  return useQuery(['decisions'], async () => (await store()).decisions());
}

/** Which initiatives each meeting has in focus. */
export function useFocus(): UseQueryResult<MeetingFocus[]> {
  const store = useMeetingStore();
  return useQuery(['focus'], async () => (await store()).focus());
}

export function useMeetingDetails(meetingId: number): UseQueryResult<MeetingDetails> {
  const store = useMeetingStore();
  return useQuery(['meeting', meetingId], async () => (await store()).details(meetingId));
}

interface SavedDecisions {
  decision: (row: Decision) => void;
  followUp: (row: FollowUp) => void;
  details: (row: MeetingDetails) => void;
}

/** Puts what a meeting just saved into what is shown. */
export function useSavedDecisions(): SavedDecisions {
  const client = useQueryClient();
  return React.useMemo(() => {
    const put = (change: (rows: DecisionRows) => DecisionRows): void => {
      client.setQueryData<DecisionRows>(['decisions'], (rows) => rows && change(rows));
    };
    return {
      decision: (row) => put((rows) => ({ ...rows, decisions: withRow(rows.decisions, row).filter((each) => !isTakenBack(each)) })),
      followUp: (row) => put((rows) => ({ ...rows, followUps: withRow(rows.followUps, row) })),
      details: (row) => {
        client.setQueryData(['meeting', row.id], row);
        client.invalidateQueries(['focus']).catch(() => undefined);
        // The calendar writes on the same row: it must know the version.
        client.setQueriesData<PlanSite>(['site'], (site) => site && { ...site, meetings: site.meetings.map((each) => (each.id === row.id ? { ...each, etag: row.etag } : each)) });
      }
    };
  }, [client]);
}
