import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { FileIndex } from '../../src/documents/journal/fileIndex';
import { journalFileName, journalPackage } from '../../src/documents/journal/journalPackage';
import { readRecord } from '../../src/plan/record/readRecord';
import { cellText, readDocx, tablesOf } from './support/readDocx';
import { sampleDecisions, sampleFollowUps, sampleRecord } from './support/sampleMonth';
import { danish } from './support/texts';

const record = sampleRecord('2025-03');

async function unpacked(): Promise<Record<string, Uint8Array>> {
  return unzipSync(await journalPackage({
    record, annex: strToU8('bilagets bytes'), paper: strToU8('punktets bytes'), minutes: { decisions: sampleDecisions, followUps: sampleFollowUps }, madeAt: '2025-03-28T09:00:00Z'
  }, danish));
}

test('the package holds annex and paper as they lie in the library, decisions, machine-readable copies and an index', async () => {
  const files = await unpacked();
  expect(Object.keys(files)).toEqual(['bilag.docx', 'dagsordenspunkt.docx', 'beslutninger.docx', 'record.json', 'beslutninger.json', 'index.json']);
  expect(strFromU8(files['bilag.docx'])).toBe('bilagets bytes');
  expect(strFromU8(files['dagsordenspunkt.docx'])).toBe('punktets bytes');
  expect(readRecord(strFromU8(files['record.json']))).toEqual({ kind: 'record', record });
});

test('the index names every other file with its size and SHA-256', async () => {
  const files = await unpacked();
  const index = JSON.parse(strFromU8(files['index.json'])) as FileIndex;
  expect(index).toMatchObject({ format: 'udmoentningsplan-index', schemaVersion: 1, meetingKey: 'DIR:2025-03', revision: 'A', madeAt: '2025-03-28T09:00:00Z' });
  expect(index.files).toEqual(Object.entries(files).filter(([name]) => name !== 'index.json').map(([name, bytes]) => (
    { name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  )));
});

test('the decisions are those of the meeting, to people and to programs', async () => {
  const files = await unpacked();
  const minutes = JSON.parse(strFromU8(files['beslutninger.json'])) as { schemaVersion: number; decisions: { meetingId: number; text: string }[]; followUps: unknown[] };
  expect(minutes.schemaVersion).toBe(1);
  expect(new Set(minutes.decisions.map(({ meetingId }) => meetingId))).toEqual(new Set([record.meeting.id]));
  expect(tablesOf(readDocx(files['beslutninger.docx']))[0].rows.slice(1).map(([text]) => cellText(text))).toEqual(minutes.decisions.map(({ text }) => text));
});

test('the name of the package can be a file name anywhere', () => {
  expect(journalFileName(record)).toBe('udmoentningsplan_DIR-2025-03_A.zip');
});
