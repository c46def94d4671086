import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/universal';
import { looksLikeFormula, type SheetTable } from '../../src/documents/sheet/sheetTable';
import { economySheet, reconciliationSheet } from '../../src/documents/sheet/economyTables';
import { followUpSheet, obsSheet, overviewSheet } from '../../src/documents/sheet/tables';
import { toCsv } from '../../src/documents/sheet/toCsv';
import { toXlsx } from '../../src/documents/sheet/toXlsx';
import { reconcile } from '../../src/plan/economy';
import { followUpEntries } from '../../src/plan/decisionHistory';
import { overview } from '../../src/plan/overview';
import { selectRows, wholeOverview, type OverviewSelection } from '../../src/plan/overviewSelection';
import { aDecision, aFollowUp, aMeeting, anEconomyLine, anInitiative } from '../plan/support/samples';
import { sampleEconomy, sampleRecord, sampleSource } from './support/sampleMonth';
import { danish } from './support/texts';

const titles = new Map(sampleRecord('2025-04').initiatives.map(({ initiative }) => [initiative.id, initiative.originalText]));

function april(selection: Partial<OverviewSelection> = {}): SheetTable {
  const { site, month } = sampleSource('2025-04');
  return overviewSheet(selectRows(overview({ site, month, today: '2025-04-25', wholePlan: false }), { ...wholeOverview, ...selection }, 'da-DK'), [], danish);
}

/** The workbook read back by a reader of its own. */
async function readBack(tables: SheetTable[]): Promise<{ sheet: string; data: unknown[][] }[]> {
  const bytes = await toXlsx(tables);
  return (await readExcelFile(new Blob([bytes]))).map(({ sheet, data }) => ({ sheet, data: data as unknown[][] }));
}

interface Styled { colour?: string; format?: string }

/** Colour and number format of every cell of the first sheet, by its address. */
function stylesOf(bytes: Uint8Array): Map<string, Styled> {
  const list = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
  const files = unzipSync(bytes);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' });
  const { styleSheet } = parser.parse(strFromU8(files['xl/styles.xml'])) as { styleSheet: Record<string, Record<string, unknown>> };
  const fonts = list(styleSheet.fonts.font as Record<string, Record<string, string>>[]);
  const formats = new Map(list(styleSheet.numFmts?.numFmt as Record<string, string>[]).map((format) => [format['@numFmtId'], format['@formatCode']]));
  const xfs = list(styleSheet.cellXfs.xf as Record<string, string>[]);
  const { worksheet } = parser.parse(strFromU8(files['xl/worksheets/sheet1.xml'])) as { worksheet: { sheetData: { row: { c: Record<string, string>[] }[] } } };
  return new Map(list(worksheet.sheetData.row).flatMap(({ c }) => list(c)).map((cell) => {
    const xf = xfs[Number(cell['@s'] ?? 0)];
    return [cell['@r'], { colour: fonts[Number(xf['@fontId'])]?.color?.['@rgb'], format: formats.get(xf['@numFmtId']) ?? xf['@numFmtId'] }];
  }));
}

test('the overview in Excel is what is shown, in the order shown, titles as written', async () => {
  const [{ sheet, data }] = await readBack([april({ grouping: 'none', sort: 'title', onlyObs: true })]);
  expect(sheet).toBe('Overblik');
  expect(data[0]).toEqual([
    'Indsats', 'Kode', 'Mærke', 'Forvaltning', 'Udvalg', 'Ansvarlig direktør', 'Ansvarlig', 'Fremdrift', 'Økonomi', 'Status siden sidst', 'Næste skridt', 'Hjælp eller koordinering', 'OBS'
  ]);
  expect(data.slice(1).map(([title]) => title)).toEqual([
    'AI-hjælpeværktøj til skriftlig fremstilling R002(I)(B)', 'De nationale reformer skal lande godt i Norddjurs', 'Flådestyring R003(I)(B)',
    'Investering i fraværsindsatsen - besparelser på sociale indsatser og anbringelser R307(B)', 'Økonomisk prognose på myndighedsdelen på børneområdet samt på voksen-handicapområdet'
  ]);
  expect(data[1].slice(1, 3)).toEqual(['R002', '(I)(B)']);
  expect(data[1][12]).toMatch(/^⚑ OBS Leverandøren har ikke svaret fyldestgørende.* \(2\. måned i træk\)$/);
});

test('a row under several committees is written once; a missing status says so', async () => {
  const rows = april({ grouping: 'committee' }).rows;
  expect(rows).toHaveLength(18);
  expect(rows.find(({ cells }) => cells[0] === 'Norddjurs i bevægelse')?.cells.slice(7, 12)).toEqual([undefined, undefined, 'Status ikke modtaget', undefined, undefined]);
});

test('OBS is red with flag and word; progress and every other cell is not', async () => {
  const table = april({ onlyObs: true });
  const styles = stylesOf(await toXlsx([table]));
  const red = Array.from(styles).filter(([, { colour }]) => /C00000$/i.test(colour ?? '')).map(([address]) => address);
  expect(red).toEqual(table.rows.flatMap((_row, index) => [`A${index + 2}`, `M${index + 2}`]));
});

test('days are days, amounts are numbers, and what is empty is empty', async () => {
  const [followUps, economy] = await readBack([
    followUpSheet(followUpEntries({ decisions: [], followUps: [aFollowUp(1, { dueDate: '2025-04-22', initiativeId: 2 }), aFollowUp(2)] }, [], 7, '2025-04-25'), titles, danish), economySheet(sampleEconomy.slice(0, 1), titles, danish)
  ]);
  expect(followUps.data[1]).toEqual(['Opfølgning 1', titles.get(2), 'Fagchef', new Date('2025-04-22T00:00:00Z'), 'Ikke startet', 'Overskredet', null, null, null]);
  expect(followUps.data[2].slice(3, 6)).toEqual([null, 'Ikke startet', null]);
  expect(economy.data[1]).toEqual(['Skriftlige fremstillinger R101 (I)(B)', '2025', '(I)', 'Administration', 300, null, null, '2025-pl']);
});

test('the OBS points have a sheet of their own, with the months as a number', async () => {
  const [{ data }] = await readBack([obsSheet(sampleRecord('2025-04').obs.map((obs) => ({ obs, concerns: obs.point.initiativeIds.map((id) => titles.get(id) ?? '') })), danish)]);
  expect(data[1]).toEqual([
    expect.stringMatching(/^⚑ OBS Leverandøren/), 'AI-hjælpeværktøj til skriftlig fremstilling R002(I)(B)', 'Direktion', 'Beslutning', 'Beslut, om spor 2 med alternativ leverandør sættes i gang.', 2, 'Åben'
  ]);
});

test('an OBS point that names no row of the overview stands below the rows, in red', async () => {
  const [obs] = sampleRecord('2025-04').obs;
  const table = overviewSheet([], [{ obs, concerns: ['Hele planen'] }], danish);
  expect((await readBack([table]))[0].data[1]).toEqual(['Hele planen', ...Array<null>(11).fill(null), expect.stringMatching(/^⚑ OBS Leverandøren/)]);
  expect(stylesOf(await toXlsx([table])).get('M2')?.colour).toMatch(/C00000$/i);
});

test('a follow-up tells what decided it, and where', async () => {
  const entries = followUpEntries({ decisions: [aDecision(5, { initiativeIds: [1, 2], text: 'Puljen genoptages' })], followUps: [aFollowUp(1, { decisionId: 5 })] }, [aMeeting('2025-04', { title: 'Direktionsmøde 30. april 2025' })], 7, '2025-04-25');
  const [{ data }] = await readBack([followUpSheet(entries, titles, danish)]);
  expect([data[1][1], data[1][7], data[1][8]]).toEqual([`${titles.get(1)}\n${titles.get(2)}`, 'Direktionsmøde 30. april 2025', 'Besluttet: Puljen genoptages']);
});

test('the reconciliation has a row a year and the total with what lacks; both economy sheets say that amounts change no appropriation', async () => {
  const codes = reconcile([anEconomyLine(1, { mark: 'B', planned: -400, expected: -250.5 }), anEconomyLine(2, { mark: 'B', planned: -100, budgetYear: '2026' })], [anInitiative(1, { code: 'R307', marks: ['B'], department: 'Børn' })]);
  const [lines, sheet] = await readBack([economySheet([anEconomyLine(1, { planned: 5 })], titles, danish), reconciliationSheet(codes, danish)]);
  expect(sheet.data.slice(1)).toEqual([
    ['R307', 'Børn', 'Indsats 1', '2025', null, -400, -400, -250.5, null, 149.5, null], ['R307', 'Børn', 'Indsats 1', '2026', null, -100, -100, null, null, null, null],
    ['R307', 'Børn', 'Indsats 1', 'I alt', null, -500, -500, -250.5, null, 149.5, 'Der er ingen linjer for investeringen (I). Det forventede er 149,5 dyrere end forudsat.'],
    ['Beløb er til opfølgning og ændrer ikke bevillinger.', ...Array<null>(10).fill(null)]
  ]);
  expect(lines.data[lines.data.length - 1][0]).toBe('Beløb er til opfølgning og ændrer ikke bevillinger.');
  expect(toCsv(economySheet([], titles, danish), 'da-DK')).toMatch(/\r\nBeløb er til opfølgning og ændrer ikke bevillinger\.\r\n$/);
});

const dangerous = ['=1+1', '+45 12', '-2 ting', '@SUM(A1)', '\t=1', '\r=1', ' =cmd', '＝1'];
const harmless = ['-500', '-500,5', '12.5', 'a=b', '2025-04', ''];
const oneColumn = (texts: string[]): SheetTable => ({ name: 'Ark', columns: [{ title: 'Tekst', width: 10, type: 'text' }], rows: texts.map((text) => ({ cells: [text], obsColumns: [] })) });

test('what a spreadsheet would run is told from what it would not', () => {
  expect(dangerous.filter((text) => !looksLikeFormula(text))).toEqual([]);
  expect(harmless.filter(looksLikeFormula)).toEqual([]);
});

test('in Excel a formula-looking text is a text, and stays one when it is edited', async () => {
  const bytes = await toXlsx([oneColumn(dangerous.filter((text) => text.trim() === text))]);
  expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'])).not.toMatch(/<f[ >]/);
  expect(stylesOf(bytes).get('A2')?.format).toBe('@');
  expect((await readBack([oneColumn(['=1+1'])]))[0].data[1]).toEqual(['=1+1']);
});

test('a text that is longer than Excel’s cells is cut, so that the file opens', async () => {
  const [{ data }] = await readBack([oneColumn(['x'.repeat(40000)])]);
  expect(String(data[1][0])).toHaveLength(32767);
  expect(String(data[1][0]).endsWith('…')).toBe(true);
});

test('a name that Excel does not allow for a sheet is made one', async () => {
  expect((await readBack([{ ...oneColumn(['a']), name: 'Opfølgning: [2025/2026] og meget mere end det' }]))[0].sheet).toBe('Opfølgning   2025 2026  og mege');
});

test('CSV begins with a byte order mark; Danish has semicolons and decimal commas', () => {
  const table: SheetTable = {
    name: '', columns: [{ title: 'Tekst', width: 1, type: 'text' }, { title: 'Tal', width: 1, type: 'number' }], rows: [{ cells: ['a;"b"\nc', -0.5], obsColumns: [] }, { cells: [undefined, 1200], obsColumns: [] }]
  };
  expect(toCsv(table, 'da-DK')).toBe('\uFEFFTekst;Tal\r\n"a;""b""\nc";-0,5\r\n;1200\r\n');
  expect(toCsv(table, 'en-US')).toBe('\uFEFFTekst,Tal\r\n"a;""b""\nc",-0.5\r\n,1200\r\n');
});

test('in CSV no field begins as a formula, and every other is as it was', () => {
  const text = fc.oneof(fc.constantFrom(...dangerous, ...harmless), fc.string({ unit: fc.constantFrom(...'=+-@\t\r ab;"1,') }));
  fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
    const read = Papa.parse<string[]>(toCsv(oneColumn(texts), 'da-DK').slice(1), { delimiter: ';', newline: '\r\n' }).data.slice(1, -1).map(([field]) => field);
    expect(read).toEqual(texts.map((each) => (looksLikeFormula(each) ? `'${each}` : each)));
    expect(read.filter(looksLikeFormula)).toEqual([]);
  }));
});
