import type { TemplateRow } from '../../../src/plan/paperTemplate';
import type { AnnexStore, FiledMonth, LockStep, MadeFile, Revision } from '../../../src/plan/ports/annexStore';
import { lockSteps } from '../../../src/plan/ports/annexStore';
import { PlanError } from '../../../src/plan/problem';
import { makeRecord, type RecordSource } from '../../../src/plan/record/makeRecord';
import { nextRevision, type MonthRecord } from '../../../src/plan/record/monthRecord';
import type { MemoryMeetings } from './memoryMeetings';
import type { MemoryStore } from './memoryStore';

interface Filed {
  record: MonthRecord;
  files: MadeFile[];
}

/** The annexes library kept in memory beside the plan's store. */
export interface MemoryAnnexes extends AnnexStore {
  filed_: Filed[];
  template_?: TemplateRow;
  /** The next lock ends before this step. */
  failAt?: LockStep;
}

export function createMemoryAnnexes(store: MemoryStore, meetings: MemoryMeetings): MemoryAnnexes {
  const source = async (planYear: string, meetingId: number): Promise<RecordSource> => {
    const meeting = await meetings.details(meetingId);
    const before = store.site_.meetings.filter(({ period }) => period < meeting.period).sort((a, b) => b.period.localeCompare(a.period))[0];
    return {
      site: store.site_, month: await store.month(planYear, meeting.period), meeting, ...meetings.rows_, legend: {}, template: annexes.template_,
      previous: before && { period: before.period, reports: (await store.month(planYear, before.period)).reports }
    };
  };
  const revisionOf = ({ record, files }: Filed): Revision => ({
    name: record.revision, complete: true, files: files.map(({ name, bytes }) => ({ name, url: `/sites/direktionen/UplAnnexes/${record.revision}/${name}`, size: bytes.length }))
  });
  const annexes: MemoryAnnexes = {
    filed_: [],
    filed: async (meetingKey, revision): Promise<FiledMonth> => {
      if (store.failReads) {
        throw new PlanError(store.failReads);
      }
      const all = annexes.filed_.filter(({ record }) => record.meeting.meetingKey === meetingKey).reverse();
      const one = all.find(({ record }) => revision === undefined || record.revision === revision);
      return { revisions: all.map(revisionOf), ...(one && { revision: revisionOf(one), reading: { kind: 'record', record: one.record } }) };
    },
    file: async (url) => annexes.filed_.flatMap((filed) => revisionOf(filed).files.map((file, index) => ({ file, made: filed.files[index] }))).find(({ file }) => file.url === url)?.made.bytes ?? new Uint8Array(),
    source,
    template: async () => annexes.template_,
    saveTemplate: async (base, texts) => {
      if (store.failWrites) {
        return { kind: 'refused', problem: store.failWrites };
      }
      annexes.template_ = { ...texts, id: base?.id ?? 1, etag: `"${Number(base?.etag.replace(/"/g, '') ?? 0) + 1}"` };
      return { kind: 'saved', row: annexes.template_ };
    },
    newer: async (record) => ({ statuses: store.month_.reports.filter(({ period, etag, id }) => period === record.period && !record.initiatives.some(({ report }) => report?.id === id && report.etag === etag)).length, obsPoints: 0 }),
    extract: async (from, to) => ({
      initiatives: store.month_.initiatives, obsPoints: store.month_.obsPoints, meetings: meetings.details_, decisions: [...meetings.rows_.decisions],
      reports: store.month_.reports.filter(({ period }) => period >= from && period <= to)
    }),
    lock: async ({ planYear, meetingId, madeBy, reason }, maker, { onStep }) => {
      for (const step of lockSteps) {
        if (store.failWrites || annexes.failAt === step) {
          return { kind: 'interrupted', step, problem: store.failWrites };
        }
        onStep(step);
      }
      const from = await source(planYear, meetingId);
      const last = annexes.filed_.filter(({ record }) => record.meeting.id === meetingId).pop();
      const record = makeRecord(from, { revision: nextRevision(last?.record.revision ?? ''), reason, madeAt: '2025-04-25T07:00:00Z', madeBy });
      const documents = await maker.documents(record);
      annexes.filed_.push({ record, files: [...documents, await maker.index(record, documents)] });
      const meeting = { ...from.meeting, state: 'Locked' as const, lockedAt: record.madeAt };
      store.site_ = { ...store.site_, meetings: store.site_.meetings.map((each) => (each.id === meetingId ? meeting : each)) };
      return { kind: 'locked', meeting, revision: record.revision, notReceived: 0 };
    }
  };
  return annexes;
}
