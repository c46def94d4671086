import { accessExtract, extractFields, type ExtractChoice } from '../../src/documents/extract/accessExtract';
import { toPlainText } from '../../src/documents/model/toPlainText';
import type { ExtractRows } from '../../src/plan/ports/annexStore';
import { aDecision, anInitiative, anObsPoint, aReport, meetingDetails } from '../plan/support/samples';
import { danish } from './support/texts';

const source: ExtractRows = {
  initiatives: [anInitiative(1), anInitiative(2)],
  reports: [
    aReport(2, { period: '2025-02', statusText: 'To i februar' }), aReport(1, { period: '2025-02', statusText: 'Én i februar', needsCoordination: true, coordinationText: 'Hjælp' }),
    aReport(1, { period: '2025-03', statusText: 'Bag lukkede døre' }), aReport(1, { period: '2025-04', statusText: 'Halvt skrevet', state: 'Draft' }), aReport(2, { period: '2025-04', state: 'Missing' }),
    aReport(1, { period: '2025-05', statusText: 'Senere' })
  ],
  obsPoints: [anObsPoint(1, { text: 'Åbent OBS' }), anObsPoint(2, { raisedPeriod: '2025-03', text: 'Lukket OBS' })],
  meetings: [meetingDetails('2025-02'), meetingDetails('2025-03', { closedItem: true }), meetingDetails('2025-04'), meetingDetails('2025-02', { id: 9, forum: 'Koncernledelse', closedItem: true })],
  decisions: [aDecision(1, { meetingId: 2, initiativeIds: [1], text: 'Åben beslutning' }), aDecision(2, { meetingId: 3, initiativeIds: [1], text: 'Lukket beslutning' }), aDecision(3, { meetingId: 9, initiativeIds: [1], text: 'Lukket i koncernledelsen' })]
};
const choice: ExtractChoice = { from: '2025-02', to: '2025-04', fields: extractFields, drafts: false, closedItems: false };

test('drafts and closed items are left out by default, and counted', () => {
  const { model, leftOut } = accessExtract(source, choice, danish);
  const text = toPlainText(model);
  expect(leftOut).toEqual({ drafts: 1, closedItems: 1 });
  expect(text).toContain('Udeladt. Kladder: 1. Statusser fra lukkede punkter: 1.');
  expect(text).not.toMatch(/Bag lukkede|Halvt skrevet|Senere|Lukket/);
});

test('a row holds the fields chosen, in the order of months and plan', () => {
  const [table] = accessExtract(source, choice, danish).model.blocks.slice(-1);
  expect(table.kind === 'table' && table.rows.map((cells) => cells.map((lines) => lines.map((line) => line.map(({ text }) => text).join('')).join('|')))).toEqual([
    ['Indsats 1', 'februar 2025', 'Fagchef', '', '', 'Én i februar', '', 'Hjælp', '⚑ OBS Åbent OBS', 'Åben beslutning'], ['Indsats 2', 'februar 2025', 'Fagchef', '', '', 'To i februar', '', '', '', '']
  ]);
  const few = accessExtract(source, { ...choice, fields: ['status'], initiativeIds: [2] }, danish).model.blocks.slice(-1)[0];
  expect(few.kind === 'table' && [few.columns.map(({ title }) => title), few.rows.length]).toEqual([['Indsats', 'Måned', 'Status siden sidst'], 1]);
});

test('whoever asks for drafts and closed items gets them, drafts marked', () => {
  const { model, leftOut } = accessExtract(source, { ...choice, drafts: true, closedItems: true }, danish);
  expect(leftOut).toEqual({ drafts: 0, closedItems: 0 });
  expect(toPlainText(model)).toMatch(/Lukket OBS[\s\S]*Lukket beslutning[\s\S]*Måned: april 2025 \/ Kladde[\s\S]*Halvt skrevet/);
});

test('a point raised for a closed item stays out of the later months that show it', () => {
  const text = toPlainText(accessExtract(source, { ...choice, drafts: true }, danish).model);
  expect(text).toMatch(/april 2025 \/ Kladde/);
  expect(text).not.toContain('Lukket OBS');
});

test('nothing found is said', () => {
  expect(toPlainText(accessExtract(source, { ...choice, from: '2026-01', to: '2026-12' }, danish).model)).toContain('Ingen statusser passer til valget.');
});
