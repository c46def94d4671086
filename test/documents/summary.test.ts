import { toDocx } from '../../src/documents/model/toDocx';
import { toHtml } from '../../src/documents/model/toHtml';
import { toPlainText } from '../../src/documents/model/toPlainText';
import { decisionsDocument } from '../../src/documents/summary/decisionsDocument';
import { obsSummary } from '../../src/documents/summary/obsSummary';
import { makeRecord } from '../../src/plan/record/makeRecord';
import { aDecision, aFollowUp, aMonth, anEffort, anInitiative, anObsPoint, aRecordSource, lockStamp } from '../plan/support/samples';
import { cellText, headingsOf, readDocx, tablesOf, under } from './support/readDocx';
import { sampleDecisions, sampleFollowUps, sampleRecord } from './support/sampleMonth';
import { danish, english } from './support/texts';

test('each level has a summary of its own open points', () => {
  expect(toPlainText(obsSummary(sampleRecord('2025-04'), 'Corporate', danish))).toBe([
    'Direktionsmøde 30. april 2025', '', 'OBS-punkter',
    '⚑ OBS Prognosen på voksen-handicapområdet og skønnet for fraværsindsatsen skal hænge sammen, før udvalgene orienteres i maj. / ny i denne måned',
    'Gælder: Investering i fraværsindsatsen - besparelser på sociale indsatser og anbringelser R307(B) / Økonomisk prognose på myndighedsdelen på børneområdet samt på voksen-handicapområdet',
    'Niveau: Koncernledelse · Koordinering', 'Forslag til handling: Økonomi samler ét fælles notat.', '',
    '⚑ OBS Tre reformer trækker på de samme ledere i efteråret. / ny i denne måned', 'Gælder: De nationale reformer skal lande godt i Norddjurs', 'Niveau: Koncernledelse · Koordinering',
    'Forslag til handling: Koncernledelsen prioriterer rækkefølgen i maj.', ''
  ].join('\r\n'));
  expect(obsSummary(sampleRecord('2025-04'), 'Executive', english).title).toBe('Summary of OBS points: Executive board');
});

test('a summary without points says so; closed points are not in it', () => {
  const record = makeRecord(aRecordSource({ month: aMonth({ obsPoints: [anObsPoint(1, { state: 'Closed', closedPeriod: '2025-04' })] }) }), lockStamp);
  expect(toPlainText(obsSummary(record, 'Executive', danish))).toMatch(/OBS-punkter\r\nIngen OBS-punkter\r\n$/);
});

test('a point names its strategic effort, and the whole plan when it names nothing', () => {
  const month = aMonth({ initiatives: [anInitiative(1)], efforts: [anEffort(3)], obsPoints: [anObsPoint(1, { initiativeIds: [], effortId: 3 }), anObsPoint(2, { initiativeIds: [] })] });
  expect(toPlainText(obsSummary(makeRecord(aRecordSource({ month }), lockStamp), 'Executive', danish)).match(/Gælder: .*/g)).toEqual(['Gælder: Strategisk indsats 3', 'Gælder: Hele planen']);
});

test('in HTML and Word the points are red with flag and word', async () => {
  const model = obsSummary(sampleRecord('2025-04'), 'Corporate', danish);
  expect(toHtml(model)).toContain('<strong><span style="color:#C00000">⚑ OBS</span></strong>');
  const file = readDocx(await toDocx(model));
  expect(headingsOf(file, 'Title')).toEqual(['Opsamling af OBS-punkter: Koncernledelse']);
  expect(tablesOf(file)[0].rows[1][0][0].runs[0]).toEqual({ text: '⚑ OBS', color: 'C00000' });
});

test('the decisions of a meeting come with their follow-ups, and overdue is said', async () => {
  const record = sampleRecord('2025-03');
  const file = readDocx(await toDocx(decisionsDocument(record, { decisions: sampleDecisions, followUps: sampleFollowUps }, '2025-04-25', danish)));
  expect(file.title).toBe('Beslutninger: Direktionsmøde 26. marts 2025');
  const [decisions, followUps] = tablesOf(file);
  expect(decisions.rows.slice(1).map((cells) => cells.map(cellText))).toContainEqual([
    'Direktionen tog status til efterretning og bad om, at en alternativ leverandør undersøges parallelt.', 'Taget til efterretning', 'AI-hjælpeværktøj til skriftlig fremstilling R002(I)(B)'
  ]);
  expect(followUps.rows.slice(1).map((cells) => cells.map(cellText))).toContainEqual([
    'Undersøg alternativ leverandør af AI-hjælpeværktøj', 'Fagchef, Digitalisering og IT', '22. april 2025\nOverskredet', 'I gang'
  ]);
});

test('a meeting without decisions says so; others’ decisions are not in it', () => {
  const record = makeRecord(aRecordSource(), lockStamp);
  const text = toPlainText(decisionsDocument(record, { decisions: [aDecision(1, { meetingId: 9 })], followUps: [aFollowUp(1, { decisionId: 1 }), aFollowUp(2)] }, '2025-04-25', danish));
  expect(text).toBe(['Beslutninger', 'Ingen beslutninger', '', 'Opfølgninger', 'Ingen opfølgninger', ''].join('\r\n'));
});

test('the title of the document is its own, not a heading among others', async () => {
  const file = readDocx(await toDocx(decisionsDocument(sampleRecord('2025-02'), { decisions: [], followUps: [] }, '2025-04-25', danish)));
  expect(under(file, 'Opfølgninger').map((block) => block.kind === 'paragraph' && block.text)).toEqual(['Ingen opfølgninger']);
});
