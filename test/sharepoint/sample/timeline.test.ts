import { samplePlan } from '../../../sharepoint/sample/samplePlan';
import { timeline, type SampleWrite } from '../../../sharepoint/sample/timeline';

const steps = timeline(samplePlan);
const writes = steps.filter((step): step is SampleWrite => 'list' in step);
const of = (list: SampleWrite['list'], key?: string): SampleWrite[] => writes.filter((write) => write.list === list && (key === undefined || write.key === key));
const lookups: Record<string, SampleWrite['list']> = {
  Initiative: 'Initiatives', Initiatives: 'Initiatives', FocusInitiatives: 'Initiatives', StrategicEffort: 'StrategicEfforts',
  Meeting: 'Meetings', ObsPoint: 'ObsPoints', Decision: 'Decisions'
};

describe('the sample plan as it was written', () => {
  it('is replayed in the order of time, and nothing lies after the clock', () => {
    const times = steps.map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[times.length - 1]).toBeLessThanOrEqual(Date.parse(samplePlan.clock));
  });

  it('makes a row before anything refers to it', () => {
    const made = new Set<string>();
    for (const write of writes) {
      for (const [column, value] of Object.entries(write.values)) {
        const list = lookups[column];
        if (list) {
          [value].flat().filter(Boolean).forEach((key) => expect(made).toContain(`${list} ${key}`));
        }
        if (typeof value === 'function') {
          expect(value((target, key) => {
            expect(made).toContain(`${target} ${key}`);
            return 7;
          })).toMatch(/^[IS]7:2025-\d\d$/);
        }
      }
      made.add(`${write.list} ${write.key}`);
    }
    expect(made.size).toBe(18 + 6 + 7 + 56 + (18 + 24 + 24) + 6 + 8 + 5);
  });

  it('has the secretariat make every expected row when a round opens, and the responsible hand it in', () => {
    const [opened, submitted] = of('StatusReports', 'UP2025-08:2025-04');
    expect(opened).toMatchObject({ at: '2025-04-01T08:00:00+02:00', values: { ReportState: 'Mangler', Responsible: 'fagchef-ejendomme' } });
    expect(opened.by.key).toBe('direktionssekretariat');
    expect(submitted.by.key).toBe('fagchef-ejendomme');
    expect(submitted.values).toMatchObject({ ReportState: 'Indsendt', SubmittedAt: submitted.at });
  });

  it('leaves the one missing status of April to be written', () => {
    const open = [...new Set(of('StatusReports').map((write) => write.key))].filter((key) => of('StatusReports', key).length === 1);
    expect(open).toEqual(['UP2025-16:2025-04']);
  });

  it('asks for no status of an effort before it is valid', () => {
    expect(of('StatusReports').filter((write) => write.key.startsWith('SI')).map((write) => write.key.slice(4)).sort()[0]).toBe('2025-03');
  });

  it('lets directors alone write OBS points, the day before the lock, and the meeting close them', () => {
    const point = of('ObsPoints', 'OBS-2025-001');
    expect(point.map((write) => write.at)).toEqual(['2025-02-19T11:00:00.000Z', '2025-03-19T11:00:00.000Z', '2025-03-26T11:00:00.000Z']);
    expect(point[2].values).toEqual({ ObsState: 'Lukket', ClosedPeriod: '2025-03' });
    expect(of('ObsPoints', 'OBS-2025-009').map((write) => write.at)).toEqual(['2025-04-24T10:00:00.000Z']);
    for (const write of of('ObsPoints')) {
      expect(write.by.groups).toContain('direktion');
    }
  });

  it('takes a meeting from planned over open to held', () => {
    const states = (key: string): unknown[] => of('Meetings', key).map((write) => write.values.MeetingState).filter(Boolean);
    expect(states('DIR:2025-03')).toEqual(['Planlagt', 'Åben', 'Afholdt']);
    expect(states('DIR:2025-04')).toEqual(['Planlagt', 'Åben']);
    expect(states('KB:2024-12')).toEqual(['Planlagt', 'Afholdt']);
  });

  it('has the secretariat lock the held rounds by the product, before their meetings', () => {
    expect(steps.filter((step) => 'locks' in step)).toMatchObject([
      { at: '2025-02-20T12:00:00+01:00', by: { key: 'direktionssekretariat' }, locks: 'DIR:2025-02' }, { at: '2025-03-20T12:00:00+01:00', locks: 'DIR:2025-03' }
    ]);
  });

  it('finishes a follow-up on its due date by the one responsible', () => {
    const [, done] = of('FollowUps', '1');
    expect(done).toMatchObject({ at: '2025-04-10T10:00:00.000Z', values: { FollowUpState: 'Udført' } });
    expect(done.by.key).toBe('fagchef-personale');
  });
});
