import type { InitiativeTexts } from '../../../src/plan/initiative';
import type { ObsPoint } from '../../../src/plan/obsPoint';
import type { MonthRows, PlanSite, PlanStore } from '../../../src/plan/ports/planStore';
import { PlanError, type Problem, type WriteOutcome } from '../../../src/plan/problem';
import { noTexts, reportKeyOf, type StatusReport } from '../../../src/plan/statusReport';

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

const texts: InitiativeTexts = { description: 'Hvad indsatsen er', coordinatesWith: 'Fagchef, Skole', politicalBasis: 'Budgetaftalen' };

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
    month: (planYear, period) => answer({ ...store.month_, planYear, period, reports: store.month_.reports.filter((report) => report.period === period) }),
    history: (initiativeId) => answer({
      texts, legend: { I: 'Investering', B: 'Besparelse' },
      reports: store.month_.reports.filter((report) => report.subject.kind === 'initiative' && report.subject.id === initiativeId).sort((a, b) => b.period.localeCompare(a.period)),
      obsPoints: store.month_.obsPoints.filter((point) => point.initiativeIds.includes(initiativeId))
    }),
    person: (id) => answer({ id, name: `Person ${id}`, loginName: `person${id}`, email: `person${id}@example.invalid` }),
    submitStatus: (base, written, onBehalfOf) => write(store.month_.reports, base, { ...written, onBehalfOf, state: 'Submitted', submittedAt: '2025-04-25T07:00:00Z' }, (rows) => ({ reports: rows })),
    createStatus: async (start, written, onBehalfOf) => {
      if (store.failWrites) {
        return { kind: 'refused', problem: store.failWrites };
      }
      const row: StatusReport = {
        ...noTexts, ...written, id: 5000 + saves, etag: nextTag(), reportKey: reportKeyOf(start.subject, start.period), subject: start.subject, period: start.period,
        responsibleId: start.responsibleId, responsibleRole: start.responsibleRole, state: 'Submitted', submittedAt: '2025-04-25T07:00:00Z', onBehalfOf, problems: []
      };
      store.month_ = { ...store.month_, reports: [...store.month_.reports, row] };
      return { kind: 'saved', row };
    },
    raiseObs: async (start, written) => {
      if (store.failWrites) {
        return { kind: 'refused', problem: store.failWrites };
      }
      const row: ObsPoint = {
        ...written, id: 7000 + saves, etag: nextTag(), title: written.text, initiativeIds: [start.initiativeId], state: 'Open', raisedPeriod: start.raisedPeriod, closingText: '', sortOrder: 99, problems: []
      };
      store.month_ = { ...store.month_, obsPoints: [...store.month_.obsPoints, row] };
      return { kind: 'saved', row };
    },
    saveObs: (base, written) => write(store.month_.obsPoints, base, written, (rows) => ({ obsPoints: rows })),
    closeObs: (base, closedPeriod, closingText) => write(store.month_.obsPoints, base, { state: 'Closed', closedPeriod, closingText }, (rows) => ({ obsPoints: rows }))
  };

  async function answer<T>(value: T): Promise<T> {
    if (store.failReads) {
      throw new PlanError(store.failReads);
    }
    return value;
  }

  async function write<Row extends { id: number; etag: string }>(rows: Row[], base: Row, changes: Partial<Row>, put: (rows: Row[]) => Partial<MonthRows>): Promise<WriteOutcome<Row>> {
    if (store.failWrites) {
      return { kind: 'refused', problem: store.failWrites };
    }
    const current = rows.find((row) => row.id === base.id);
    if (!current || current.etag !== base.etag) {
      return current ? { kind: 'conflict', theirs: current } : { kind: 'refused', problem: { kind: 'notFound' } };
    }
    const row = { ...current, ...changes, etag: nextTag() };
    store.month_ = { ...store.month_, ...put(rows.map((each) => (each.id === row.id ? row : each))) };
    return { kind: 'saved', row };
  }
  return store;
}
