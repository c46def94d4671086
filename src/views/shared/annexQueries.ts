import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import * as React from 'react';
import type { TimeZone } from '../../plan/calendar';
import type { TemplateRow } from '../../plan/paperTemplate';
import type { AnnexStore, FiledMonth, NewerRows } from '../../plan/ports/annexStore';
import type { MonthRecord } from '../../plan/record/monthRecord';
import { useServices } from './services';

/** The way to what is filed, for whoever writes there or fetches a file. */
export function useAnnexStore(timeZone: TimeZone): () => Promise<AnnexStore> {
  const { loadAnnexes } = useServices();
  return React.useCallback(() => loadAnnexes(timeZone), [loadAnnexes, timeZone]);
}

/** What is filed of a meeting. A revision never changes; that there is a newer one is seen within a minute. @param meetingKey undefined: not asked for */
export function useFiled(timeZone: TimeZone, meetingKey: string | undefined, revision?: string): UseQueryResult<FiledMonth> {
  const store = useAnnexStore(timeZone);
  return useQuery(['filed', meetingKey, revision ?? ''], async () => (await store()).filed(meetingKey ?? '', revision), { enabled: meetingKey !== undefined, staleTime: 60000 });
}

/** What the lists hold now that the record does not; undefined while it is not known, and where there is no record. */
export function useNewer(timeZone: TimeZone, record: MonthRecord | undefined): NewerRows | undefined {
  const store = useAnnexStore(timeZone);
  return useQuery(['newer', record?.meeting.meetingKey, record?.revision], async () => record && (await store()).newer(record), { enabled: record !== undefined, staleTime: 0 }).data;
}

/** Has everything that is filed read anew. */
export function useRefreshFiled(): () => void {
  const client = useQueryClient();
  return React.useCallback(() => { ['filed', 'newer', 'recordSource'].forEach((key) => { client.invalidateQueries([key]).catch(() => undefined); }); }, [client]);
}

/** The municipality's own phrases of the paper; null where it has none. @param wanted false where they are known from a record */
export function useTemplate(timeZone: TimeZone, wanted = true): UseQueryResult<TemplateRow | null> {
  const store = useAnnexStore(timeZone);
  return useQuery(['paperTemplate'], async () => (await (await store()).template()) ?? null, { enabled: wanted });
}

/** Puts phrases that were just saved into what is shown. */
export function useSavedTemplate(): (row: TemplateRow) => void {
  const client = useQueryClient();
  return React.useCallback((row) => { client.setQueryData(['paperTemplate'], row); }, [client]);
}
