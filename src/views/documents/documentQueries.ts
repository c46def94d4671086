import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Meeting } from '../../plan/meeting';
import type { PlanSite } from '../../plan/ports/planStore';
import type { RecordSource } from '../../plan/record/makeRecord';
import { useAnnexStore } from '../shared/annexQueries';

/** What a preview is made from. @param wanted false where the meeting has a record */
export function useRecordSource({ timeZone }: PlanSite, planYear: string, { id }: Meeting, wanted: boolean): UseQueryResult<RecordSource> {
  const store = useAnnexStore(timeZone);
  return useQuery(['recordSource', planYear, id], async () => (await store()).source(planYear, id), { enabled: wanted });
}
