import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import * as React from 'react';
import type { EconomyLine } from '../../plan/economyLine';
import { usePlanStores } from './meetingQueries';
import { withRow } from './queries';

/** Every economy line. */
export function useEconomyLines(): UseQueryResult<EconomyLine[]> {
  const { economy } = usePlanStores();
  return useQuery(['economy'], async () => (await economy()).lines());
}

/** Puts a line that was just saved into what is shown. */
export function useSavedLine(): (row: EconomyLine) => void {
  const client = useQueryClient();
  return React.useCallback((row) => { client.setQueryData<EconomyLine[]>(['economy'], (rows) => rows && withRow(rows, row)); }, [client]);
}
