import type { InitiativeTexts } from '../../../src/plan/initiative';
import { mergeFields, isUnseen, type MergeRules } from '../../../src/plan/merge/mergeFields';
import { obsRules, writingOf, type ObsPoint, type ObsWriting } from '../../../src/plan/obsPoint';
import type { MonthRows, PlanSite, PlanStore } from '../../../src/plan/ports/planStore';
import { PlanError, type Problem, type WriteOutcome } from '../../../src/plan/problem';
import { noTexts, reportKeyOf, statusRules, textsOf, type StatusReport, type StatusTexts } from '../../../src/plan/statusReport';

/** The plan kept in memory: a second adapter of the same port, with ETags, and with bad days on request. */
export interface MemoryStore extends PlanStore {
  month_: MonthRows;
  site_: PlanSite;
  /** What the next read or write answers instead of its result. */
  failReads?: Problem;
  failWrites?: Problem;
  /** Somebody else saves this report, so that an ETag taken before is stale. */
  savedByOther: (reportId: number, changes: Partial<StatusReport>) => void;
}

const texts: InitiativeTexts = { description: 'Hvad indsatsen er', coordinatesWith: 'Fagchef, Skole', politicalBasis: 'Budgetaftalen', lifecycleReason: '' };

export function createMemoryStore(site: PlanSite, month: MonthRows): MemoryStore {
  let saves = 1;
  const nextTag = (): string => `"${++saves}"`;
  const store: MemoryStore = {
    site_: site,
    month_: month,
    savedByOther: (reportId, changes) => {
      store.month_ = { ...store.month_, reports: store.month_.reports.map((row) => (row.id === reportId ? { ...row, ...changes, etag: nextTag() } : row)) };
    },
    site: () => answer(store.site_),
    opening: ({ planYear, period }, chosenYear) => ({ site: store.site(chosenYear), month: store.month(planYear, period) }),
    month: (planYear, period) => answer({ ...store.month_, planYear, period, reports: store.month_.reports.filter((report) => report.period === period) }),
    earlier: (months) => answer(months.flatMap(({ period, withTexts }) => store.month_.reports.filter((report) => report.period === period)
      .map((report) => ({ reportKey: report.reportKey, period, state: report.state, progress: report.progress, texts: withTexts ? textsOf(report) : undefined })))),
    history: (initiativeId) => answer({
      texts, line: [{ id: initiativeId, planYear: '2025' }], legend: { I: 'Investering', B: 'Besparelse' },
      reports: store.month_.reports.filter((report) => report.subject.kind === 'initiative' && report.subject.id === initiativeId).sort((a, b) => b.period.localeCompare(a.period)),
      obsPoints: store.month_.obsPoints.filter((point) => point.initiativeIds.includes(initiativeId))
    }),
    person: (id) => answer({ id, name: `Person ${id}`, loginName: `person${id}`, email: `person${id}@example.invalid` }),
    refreshMonth: async (known, changed) => {
      const fresh = await store.month(known.planYear, known.period);
      return { ...known, ...Object.fromEntries(Object.entries(fresh).filter(([name]) => changed.some((list) => list === name))) };
    },
    whoIsSignedIn: () => answer(store.site_.me),
    changes: () => answer({
      reports: JSON.stringify(store.month_.reports), obsPoints: JSON.stringify(store.month_.obsPoints), initiatives: JSON.stringify(store.month_.initiatives), meetings: JSON.stringify(store.site_.meetings)
    }),
    submitStatus: (base, written, onBehalfOf) => writeReport(base, written, { onBehalfOf, state: 'Submitted', submittedAt: '2025-04-25T07:00:00Z' }),
    saveDraft: (base, written, onBehalfOf) => writeReport(base, written, { onBehalfOf, state: 'Draft' }),
    restoreStatus: (saved, before) => writeReport(saved, textsOf(before), { onBehalfOf: before.onBehalfOf, submittedAt: before.submittedAt }),
    createStatus: async (start, written, onBehalfOf, state = 'Submitted') => {
      if (store.failWrites) {
        return { kind: 'refused', problem: store.failWrites };
      }
      const row: StatusReport = {
        ...noTexts, ...written, id: 5000 + saves, etag: nextTag(), reportKey: reportKeyOf(start.subject, start.period), subject: start.subject, period: start.period,
        responsibleId: start.responsibleId, responsibleRole: start.responsibleRole, state, submittedAt: state === 'Submitted' ? '2025-04-25T07:00:00Z' : undefined, onBehalfOf, problems: []
      };
      store.month_ = { ...store.month_, reports: [...store.month_.reports, row] };
      return { kind: 'saved', row };
    },
    raiseObs: async (start, written) => {
      if (store.failWrites) {
        return { kind: 'refused', problem: store.failWrites };
      }
      const row: ObsPoint = {
        ...written, id: 7000 + saves, etag: nextTag(), title: written.text, ...start.subjects, state: 'Open', raisedPeriod: start.raisedPeriod, closingText: '', sortOrder: 99, problems: []
      };
      store.month_ = { ...store.month_, obsPoints: [...store.month_.obsPoints, row] };
      return { kind: 'saved', row };
    },
    saveObs: (base, written) => writeObs(base, { ...writingOf(base), ...written }),
    closeObs: (base, closedPeriod, closingText) => writeObs(base, { ...writingOf(base), state: 'Closed', closedPeriod, closingText }),
    rewriteObs: (base, written) => writeObs(base, written)
  };

  const writeReport = (base: StatusReport, written: StatusTexts, along: Partial<StatusReport>): Promise<WriteOutcome<StatusReport, StatusTexts>> =>
    write({ rows: store.month_.reports, base, rules: statusRules, textsOf, written, along, put: (rows) => ({ reports: rows }) });
  const writeObs = (base: ObsPoint, written: ObsWriting): Promise<WriteOutcome<ObsPoint, ObsWriting>> =>
    write({ rows: store.month_.obsPoints, base, rules: obsRules, textsOf: writingOf, written, along: {}, put: (rows) => ({ obsPoints: rows }) });

  async function answer<T>(value: T): Promise<T> {
    if (store.failReads) {
      throw new PlanError(store.failReads);
    }
    return value;
  }

  async function write<Row extends { id: number; etag: string } & Texts, Texts extends object>(change: {
    rows: Row[]; base: Row; rules: MergeRules<Texts>; textsOf: (row: Row) => Texts; written: Texts; along: Partial<Row>; put: (rows: Row[]) => Partial<MonthRows>;
  }): Promise<WriteOutcome<Row, Texts>> {
    if (store.failWrites) {
      return { kind: 'refused', problem: store.failWrites };
    }
    const current = change.rows.find((row) => row.id === change.base.id);
    if (!current) {
      return { kind: 'refused', problem: { kind: 'notFound' } };
    }
    const merge = mergeFields(change.rules, change.textsOf(change.base), change.written, change.textsOf(current));
    if (current.etag !== change.base.etag && isUnseen(merge)) {
      return { kind: merge.conflicts.length > 0 ? 'conflict' : 'merged', theirs: current, merge };
    }
    const row = { ...current, ...change.written, ...change.along, etag: nextTag() };
    store.month_ = { ...store.month_, ...change.put(change.rows.map((each) => (each.id === row.id ? row : each))) };
    return { kind: 'saved', row };
  }
  return store;
}
