import fc from 'fast-check';
import { overview } from '../../../src/plan/overview';
import { makeRecord, writeRecord, type RecordSource } from '../../../src/plan/record/makeRecord';
import { nextRevision, type MonthRecord } from '../../../src/plan/record/monthRecord';
import { overviewOf } from '../../../src/plan/record/overviewOf';
import { readRecord } from '../../../src/plan/record/readRecord';
import { reportKeyOf } from '../../../src/plan/statusReport';
import { aRecordSource, aMeeting, aMonth, anEffort, anInitiative, anObsPoint, aReport, aSite, lockStamp, meetingDetails } from '../support/samples';
import { recordSources } from '../support/arbitraries';

function read(json: string): MonthRecord {
  const reading = readRecord(json);
  if (reading.kind !== 'record') {
    throw new Error(JSON.stringify(reading.problem));
  }
  return reading.record;
}

/** Changes every text, number and list inside, in place. */
function spoil(value: unknown): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      spoil(inner);
      Object.assign(value, { [key]: typeof inner === 'string' ? `${inner} rettet` : typeof inner === 'number' ? inner + 1 : inner });
    }
    if (Array.isArray(value)) {
      value.pop();
    }
  }
}

test('what is written is what is read', () => {
  fc.assert(fc.property(recordSources, (source) => {
    const record = makeRecord(source, lockStamp);
    expect(read(writeRecord(record))).toEqual(record);
  }));
});

test('no later change of the rows changes the record', () => {
  fc.assert(fc.property(recordSources, (source) => {
    const record = makeRecord(source, lockStamp);
    const before = writeRecord(record);
    spoil(source);
    expect(writeRecord(record)).toBe(before);
  }));
});

test('the record shows what the lists showed when it was made', () => {
  fc.assert(fc.property(recordSources, fc.boolean(), (source, wholePlan) => {
    const { site, month, meeting } = source;
    const record = makeRecord(source, { ...lockStamp, revision: '' });
    const live = overview({ site: { ...site, meetings: site.meetings.map((each) => (each.id === meeting.id ? meeting : each)) }, month, today: '2025-04-22', wholePlan });
    const shown = overviewOf(record, { site, today: '2025-04-22', wholePlan });
    expect(shown.counts).toEqual(live.counts);
    expect(shown.otherObs).toEqual(JSON.parse(JSON.stringify(live.otherObs)));
    expect(shown.rows.map(({ initiative, received, late, expected, mine, obs }) => [initiative.id, received, late, expected, mine, obs.map(({ age, open }) => [age, open])]))
      .toEqual(live.rows.map(({ initiative, received, late, expected, mine, obs }) => [initiative.id, received, late, expected, mine, obs.map(({ age, open }) => [age, open])]));
  }));
});

test('from the lock on nobody edits, and the meeting says when it was locked', () => {
  const site = aSite({ rights: { ...aSite().rights, addObs: true, editObs: true } });
  const record = makeRecord(aRecordSource({ site, month: aMonth({ initiatives: [anInitiative(1, { chiefId: 7 })], reports: [aReport(1)] }) }), lockStamp);
  const shown = overviewOf(record, { site, today: '2026-01-01', wholePlan: false });
  expect(shown).toMatchObject({ locked: true, mayRaiseObs: false, mayEditObs: false, meeting: { state: 'Locked', lockedAt: lockStamp.madeAt } });
  expect(shown.rows[0]).toMatchObject({ mine: true, editing: 'none' });
});

test('a draft is not received, and its text is nowhere in the file', () => {
  const reports = [aReport(1, { state: 'Draft', statusText: 'Halvt skrevet', progress: 'OffTrack' }), aReport(2, { state: 'Missing' })];
  const record = makeRecord(aRecordSource({ month: aMonth({ initiatives: [anInitiative(1), anInitiative(2)], reports }) }), lockStamp);
  expect(record.initiatives.map(({ report, received, expected }) => [report?.state, received, expected])).toEqual([['NotReceived', false, true], ['NotReceived', false, true]]);
  expect(writeRecord(record)).not.toMatch(/Halvt skrevet|OffTrack/);
});

test('an initiative that the round has no row for still counts as expected at the lock', () => {
  const record = makeRecord(aRecordSource({ month: aMonth({ initiatives: [anInitiative(1)] }) }), lockStamp);
  expect(record.initiatives[0]).toMatchObject({ expected: true, received: false });
});

test('each subject carries what the round before said, as far as it was received', () => {
  const source: RecordSource = aRecordSource({
    month: aMonth({ initiatives: [anInitiative(1), anInitiative(2)], efforts: [anEffort(1)] }),
    previous: {
      period: '2025-03',
      reports: [
        aReport(1, { period: '2025-03', statusText: 'I marts' }), aReport(2, { period: '2025-03', state: 'Draft', statusText: 'Kladde' }),
        { ...aReport(1, { period: '2025-03', statusText: 'Strategi i marts' }), subject: { kind: 'effort', id: 1 }, reportKey: reportKeyOf({ kind: 'effort', id: 1 }, '2025-03') }
      ]
    }
  });
  const record = makeRecord(source, lockStamp);
  expect(record.initiatives.map(({ previous }) => previous?.statusText)).toEqual(['I marts', undefined]);
  expect(record.efforts[0].previous?.statusText).toBe('Strategi i marts');
});

test('the meeting that took the plan up and the one that follows are in the record', () => {
  const meetings = [aMeeting('2025-05'), aMeeting('2025-04'), aMeeting('2025-01'), aMeeting('2024-12'), aMeeting('2025-03', { forum: 'Koncernledelse' })];
  const record = makeRecord(aRecordSource({ site: aSite({ meetings }) }), lockStamp);
  expect([record.firstMeeting?.period, record.nextMeeting?.period]).toEqual(['2025-01', '2025-05']);
});

test('an OBS point stands once, with the age it had then', () => {
  const record = makeRecord(aRecordSource({
    month: aMonth({ initiatives: [anInitiative(1), anInitiative(2)], obsPoints: [anObsPoint(1, { initiativeIds: [1, 2], state: 'Closed', closedPeriod: '2025-06' }), anObsPoint(2, { state: 'Withdrawn' })] })
  }), lockStamp);
  expect(record.obs).toMatchObject([{ age: 3, open: true }]);
  expect(overviewOf(record, { site: aSite(), today: '2025-12-01', wholePlan: false }).rows.map(({ obs }) => obs.length)).toEqual([1, 1]);
});

test('what the schema does not name does not get into the file', () => {
  const record = makeRecord(aRecordSource({ site: aSite({ meetings: [meetingDetails('2025-04'), meetingDetails('2025-05')] }) }), lockStamp);
  expect(record.nextMeeting).not.toHaveProperty('caseOwners');
  expect(read(writeRecord(record))).toEqual(record);
});

test('a file that is no record says what is wrong with it', () => {
  const written = writeRecord(makeRecord(aRecordSource({ month: aMonth({ initiatives: [anInitiative(1)], reports: [aReport(1)] }) }), lockStamp));
  const changed = (change: (file: MonthRecord) => unknown): string => {
    const file = JSON.parse(written) as MonthRecord;
    change(file);
    return JSON.stringify(file);
  };
  const problemOf = (json: string): unknown => {
    const reading = readRecord(json);
    return reading.kind === 'unreadable' && reading.problem;
  };
  expect(problemOf('')).toEqual({ kind: 'notJson' });
  expect(problemOf(written.slice(0, -20))).toEqual({ kind: 'notJson' });
  expect(problemOf('[]')).toEqual({ kind: 'notARecord' });
  expect(problemOf('{"schemaVersion":1}')).toEqual({ kind: 'notARecord' });
  expect(problemOf(changed((file) => Object.assign(file, { schemaVersion: 2, whatever: true })))).toEqual({ kind: 'newerVersion', version: 2 });
  expect(problemOf(changed((file) => Object.assign(file.initiatives[0].report ?? {}, { state: 'Indsendt' })))).toEqual({ kind: 'broken', path: 'initiatives.0.report.state' });
  expect(problemOf(changed((file) => Object.assign(file.meeting, { meetingDate: 'i morgen' })))).toEqual({ kind: 'broken', path: 'meeting.meetingDate' });
  expect(read(`\uFEFF${written}`).period).toBe('2025-04');
});

test('a meeting that was locked before keeps its own time in a later revision', () => {
  const record = makeRecord(aRecordSource({ meeting: meetingDetails('2025-04', { state: 'Held', lockedAt: '2025-04-20T10:00:00Z' }) }), { ...lockStamp, revision: 'B', reason: 'Beløb rettet' });
  expect(record.meeting).toMatchObject({ state: 'Held', lockedAt: '2025-04-20T10:00:00Z' });
});

test('revisions count like columns of a sheet', () => {
  expect(['', 'A', 'Y', 'Z', 'AZ', 'ZZ'].map(nextRevision)).toEqual(['A', 'B', 'Z', 'AA', 'BA', 'AAA']);
});
