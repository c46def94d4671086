import { committeeExtract, committeeSheet, type CommitteeSource } from '../../src/documents/committee/committeeExtract';
import { toDocx } from '../../src/documents/model/toDocx';
import { overview } from '../../src/plan/overview';
import { aDecision, aMeeting, aMonth, anInitiative, anObsPoint, aReport, aSite } from '../plan/support/samples';
import { readDocx } from './support/readDocx';
import { danish } from './support/texts';

const site = aSite({ meetings: [aMeeting('2025-04'), aMeeting('2024-12', { id: 2, forum: 'Økonomiudvalget', meetingDate: '2024-12-10' })] });
const month = aMonth({
  initiatives: [anInitiative(1, { originalText: 'Fraværsindsats R307(B)', code: 'R307', committees: ['BUU'] }), anInitiative(2, { committees: ['BUU', 'ØK'], originalText: 'Prognose' }), anInitiative(3, { committees: ['ØK'], originalText: 'Flådestyring' })],
  reports: [aReport(1, { progress: 'OnTrack', statusText: 'Linje 1\nLinje 2', nextSteps: 'Videre', needsCoordination: true, coordinationText: 'Hemmeligt ønske' }), aReport(2, { state: 'Missing' })],
  obsPoints: [anObsPoint(9, { initiativeIds: [1], text: 'Kun for direktionen' })]
});
const source = (committee: string): CommitteeSource => ({
  committee, planYear: '2025', period: '2025-04', meetings: site.meetings, decisions: { decisions: [aDecision(5, { meetingId: 2, kind: 'Approved', text: 'Godkendt i sin helhed' })], followUps: [] },
  rows: overview({ site, month, today: '2025-04-25', wholePlan: true }).rows.filter(({ initiative }) => initiative.committees.includes(committee))
});

test('the committee reads its own part: status, next steps and how it was treated; nothing of the others’', async () => {
  const file = readDocx(await toDocx(committeeExtract(source('BUU'), danish)));
  expect(file.title).toBe('Udmøntningsplan 2025: Udtræk til BUU');
  expect(file.language).toBe('da-DK');
  const [table] = file.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  expect(table.headerRows).toBe(1);
  const cells = table.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join('\n')));
  expect(cells.slice(1)).toEqual([
    ['Fraværsindsats R307(B)\nFællesforvaltningen', 'Fagchef', '✓ Følger planen', 'Linje 1\nLinje 2', 'Videre', 'Økonomiudvalget, 10. december 2024: Godkendt'],
    ['Prognose\nFællesforvaltningen', 'Fagchef', '', 'Status ikke modtaget', '', 'Økonomiudvalget, 10. december 2024: Godkendt']
  ]);
});

test('OBS points and wishes for help stay with the board, in both files, and both say so', async () => {
  const { rows, note } = committeeSheet(source('BUU'), danish);
  const word = JSON.stringify(readDocx(await toDocx(committeeExtract(source('BUU'), danish))));
  expect(JSON.stringify(rows) + word).not.toMatch(/Kun for direktionen|Hemmeligt ønske|C00000/);
  expect(note).toBe('OBS-punkter og ønsker om hjælp eller koordinering er ikke med i udtrækket.');
  expect(word).toContain(note);
});

test('the sheet has a row an initiative of the committee', () => {
  expect(committeeSheet(source('ØK'), danish).rows.map(({ cells }) => [cells[0], cells[1], cells[4], cells[6]])).toEqual([['Prognose', undefined, 'Igangsat', 'Status ikke modtaget'], ['Flådestyring', undefined, 'Igangsat', 'Status ikke modtaget']]);
});

test('a committee without initiatives gets a document that says so', async () => {
  expect(readDocx(await toDocx(committeeExtract(source('KUU'), danish))).blocks.some((block) => block.kind === 'paragraph' && block.text === 'Ingen')).toBe(true);
});
