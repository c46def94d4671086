import fc from 'fast-check';
import writeExcelFile from 'write-excel-file/universal';
import { findColumns } from '../../src/documents/excel/columns';
import { importPreview, type ImportPreview } from '../../src/documents/excel/importPreview';
import { mostRows, readCsv, readPasted, textIn, type SheetIn, type SheetsIn } from '../../src/documents/excel/sheetIn';
import { readXlsx } from '../../src/documents/excel/readXlsx';
import { readNames } from '../../src/documents/excel/values';
import { overviewSheet } from '../../src/documents/sheet/tables';
import { toXlsx } from '../../src/documents/sheet/toXlsx';
import { overview } from '../../src/plan/overview';
import { selectRows, wholeOverview } from '../../src/plan/overviewSelection';
import type { TitleAndCode } from '../../src/plan/import/importedInitiative';
import { sampleSource } from './support/sampleMonth';
import { danish } from './support/texts';

const defaults = { department: '', crossCutting: true };

function first(read: SheetsIn): SheetIn {
  if (read.kind !== 'sheets') {
    throw new Error(read.reason);
  }
  return read.sheets[0];
}

function pasted(text: string, existing: TitleAndCode[] = [], withDefaults: typeof defaults = defaults): ImportPreview {
  const sheet = first(readPasted(text));
  return importPreview(sheet, findColumns(sheet.rows), withDefaults, existing);
}

async function workbook(...sheets: { sheet: string; data: (string | number | Date | boolean | null)[][] }[]): Promise<Uint8Array> {
  const written = await writeExcelFile(sheets.map(({ sheet, data }) => ({
    sheet, dateFormat: 'dd-mm-yyyy', data: data.map((row) => row.map((value) => (value === null ? null : { value })))
  }))).toBlob();
  return new Uint8Array(await written.arrayBuffer());
}

test('a workbook is opened: a title above the headers, days, numbers, ja and nej, in the order of the columns', async () => {
  const bytes = await workbook({ sheet: 'Plan', data: [
    ['Udmøntningsplan 2026', null, null, null, null, null, null],
    ['Forvaltning', 'Indsats', 'Slut', 'Tværgående', 'Politisk udvalg', 'Ansvarlig fagchef', 'Kilde'],
    ['Udvikling', 'Skriftlige fremstillinger R101 (I)(B)', new Date('2026-12-31T00:00:00Z'), true, 'ØK; BUU', 'fagchef@example.invalid', 'Råderumskatalog'],
    ['Velfærd', 'Flådestyring R001(I)(B)', '1.3.2026', 'nej', null, null, null]
  ] });
  const sheet = first(await readXlsx(bytes));
  const mapping = findColumns(sheet.rows);
  expect(mapping).toEqual({ headerRow: 1, columns: { department: 0, title: 1, endDate: 2, crossCutting: 3, committees: 4, chief: 5, source: 6 } });
  const { rows, people, departments, committees } = importPreview(sheet, mapping, defaults, []);
  expect(rows.map(({ initiative }) => initiative)).toMatchObject([
    {
      line: 3, title: 'Skriftlige fremstillinger', originalText: 'Skriftlige fremstillinger R101 (I)(B)', code: 'R101', marks: ['I', 'B'], department: 'Udvikling', endDate: '2026-12-31',
      crossCutting: true, committees: ['ØK', 'BUU'], chief: 'fagchef@example.invalid', source: 'OptionsCatalogue', lifecycle: 'Approved'
    },
    { line: 4, title: 'Flådestyring', code: 'R001', endDate: '2026-03-01', crossCutting: false, committees: [] }
  ]);
  expect(rows.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
  expect([people, departments, committees]).toEqual([['fagchef@example.invalid'], ['Udvikling', 'Velfærd'], ['ØK', 'BUU']]);
});

test('what the product itself has written out can be taken in: titles, codes, departments', async () => {
  const { site, month: sample } = sampleSource('2025-04');
  const month = { ...sample, initiatives: sample.initiatives.map((row, index) => (index === 0 ? { ...row, committees: ['Teknik, Miljø og Klima', 'BUU'] } : row)) };
  const groups = selectRows(overview({ site, month, today: '2025-04-25', wholePlan: false }), wholeOverview, 'da-DK');
  const sheet = first(await readXlsx(await toXlsx([overviewSheet(groups, [], danish)])));
  const { rows } = importPreview(sheet, findColumns(sheet.rows), defaults, []);
  expect(rows.map(({ initiative }) => [initiative.originalText, initiative.department, initiative.code, initiative.committees])).toEqual(
    groups.flatMap((group) => group.rows.map(({ initiative }) => [initiative.originalText, initiative.department, initiative.code, initiative.committees]))
  );
  expect(rows.flatMap(({ errors }) => errors)).toEqual([]);
});

test.each<[string, Uint8Array]>([
  ['UTF-8', new TextEncoder().encode('\uFEFFIndsats;Forvaltning\r\nFlådestyring på øen;Børn')],
  ['Windows', Uint8Array.from('Indsats;Forvaltning\r\nFlådestyring på øen;Børn', (letter) => letter.charCodeAt(0))],
  ['UTF-16', new Uint8Array(Buffer.from('\uFEFFIndsats;Forvaltning\r\nFlådestyring på øen;Børn', 'utf16le'))]
])('a .csv that Excel wrote in %s keeps its letters', (_name, bytes) => {
  expect(first(readCsv(textIn(bytes))).rows).toEqual([['Indsats', 'Forvaltning'], ['Flådestyring på øen', 'Børn']]);
});

test('committees with commas in their names stay whole', () => {
  expect(['Kultur-, Udviklings- og Fritidsudvalget, BUU', 'Teknik, Miljø og Klima; BUU', 'ØK, BUU'].map(readNames)).toEqual([
    ['Kultur-, Udviklings- og Fritidsudvalget', 'BUU'], ['Teknik, Miljø og Klima', 'BUU'], ['ØK', 'BUU']
  ]);
});

test.each<[string, Uint8Array, string]>([
  ['an old .xls or one with a password', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'oldExcel'],
  ['a text', new TextEncoder().encode('Indsats;Kode'), 'notExcel'],
  ['a zip that holds no workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'broken'],
  ['nothing', new Uint8Array(), 'empty'],
  ['eleven megabytes', new Uint8Array(11 * 1024 * 1024), 'tooLarge']
])('%s is told from a workbook', async (_what, bytes, reason) => {
  expect(await readXlsx(bytes)).toEqual({ kind: 'unreadable', reason });
});

test('a workbook that was cut short is broken, one without words is empty, an overlong sheet is no plan', async () => {
  const bytes = await workbook({ sheet: 'Plan', data: [['Indsats'], ['En']] });
  expect(await readXlsx(bytes.slice(0, bytes.length / 2))).toEqual({ kind: 'unreadable', reason: 'broken' });
  expect(readPasted(' \n\t\n')).toEqual({ kind: 'unreadable', reason: 'empty' });
  expect(readPasted('Indsats\n'.repeat(mostRows + 1))).toEqual({ kind: 'unreadable', reason: 'tooManyRows' });
});

test('headers are known in English too, whatever their spaces, case and asterisks', () => {
  expect(findColumns([['Code', ' TITLE* ', 'Responsible  department:', 'Head of department', 'Unknown']])).toEqual({ headerRow: 0, columns: { code: 0, title: 1, department: 2, chief: 3 } });
});

test('without headers the first column is the titles, and a department can be given for all', () => {
  const { rows } = pasted('Bosætningskampagne\nFlådestyring R003(I)(B)', [], { department: 'Udvikling', crossCutting: true });
  expect(rows.map(({ initiative, proposed }) => [initiative.title, initiative.code, initiative.department, proposed])).toEqual([
    ['Bosætningskampagne', undefined, 'Udvikling', true], ['Flådestyring', 'R003', 'Udvikling', true]
  ]);
});

test('a semicolon file is read, with its byte order mark', () => {
  expect(first(readCsv('\uFEFFIndsats;Forvaltning\r\n"Et; to";Udvikling\r\n')).rows).toEqual([['Indsats', 'Forvaltning'], ['Et; to', 'Udvikling']]);
});

test('errors and warnings stand on the row, and nothing is cut or guessed in silence', () => {
  const long = 'x'.repeat(256);
  const { rows } = pasted([
    'Indsats\tForvaltning\tSlut\tTværgående\tBeskrivelse\tKode\tStart',
    '\tUdvikling', 'Uden forvaltning', `${long}\tUdvikling`, 'Mærkelig\tUdvikling\t31.2.2026\tmåske', '=HYPERLINK("x")\tUdvikling', 'Om en borger\tUdvikling\t\t\t010203-1234',
    'Anden kode R101\tUdvikling\t\t\t\tR102', 'Baglæns\tUdvikling\t2026-01-01\t\t\t\t2026-02-01'
  ].join('\n'));
  expect(rows.map(({ errors, warnings, proposed }) => [errors.map(({ kind, field }) => `${kind} ${field}`), warnings.map(({ kind, field }) => `${kind} ${field}`), proposed])).toEqual([
    [['missing title'], [], false], [['missing department'], [], false], [['tooLong title'], [], false], [[], ['notUnderstood endDate', 'notUnderstood crossCutting'], true],
    [[], ['formula title'], true], [[], ['cpr description'], true], [[], ['codeDiffers code'], true], [[], ['endsBeforeStart endDate'], true]
  ]);
  expect(rows[4].initiative.title).toBe('=HYPERLINK("x")');
  expect(rows[2].initiative.title).toHaveLength(256);
  expect(rows[3].initiative).toMatchObject({ endDate: undefined, crossCutting: false });
});

test('duplicates by title and code are shown, in the sheet and in the plan; R307 on two rows is no duplicate', () => {
  const { rows } = pasted('Indsats\tForvaltning\nFlådestyring  R003\tA\nflådestyring R003\tA\nA R307\tA\nB R307\tA\nNy plan\tA', [{ title: 'Ny  plan' }, { title: 'Flådestyring', code: 'R009' }]);
  expect(rows.map(({ duplicates, proposed }) => [duplicates, proposed])).toEqual([
    [[{ likeness: 'title', with: { existing: 'Flådestyring' } }, { likeness: 'titleAndCode', with: { line: 3 } }], true],
    [[{ likeness: 'title', with: { existing: 'Flådestyring' } }, { likeness: 'titleAndCode', with: { line: 2 } }], false],
    [[{ likeness: 'code', with: { line: 5 } }], true],
    [[{ likeness: 'code', with: { line: 4 } }], true],
    [[{ likeness: 'titleAndCode', with: { existing: 'Ny  plan' } }], false]
  ]);
  expect(rows).toHaveLength(5);
});

const cell = fc.string({ maxLength: 40 }).map((text) => text.replace(/[\t\r\n"]/g, ' '));

test('whatever is pasted: every line with words is one row, in order, and reading never fails', () => {
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 30 }), (lines) => {
    const read = readPasted(lines.map((row) => row.join('\t')).join('\n'));
    if (read.kind === 'unreadable') {
      return read.reason === 'empty';
    }
    const sheet = read.sheets[0];
    const { rows } = importPreview(sheet, { columns: { title: 0, code: 1, department: 2, endDate: 3, crossCutting: 4, marks: 5 } }, { department: 'Udvikling', crossCutting: true }, []);
    const numbers = rows.map(({ initiative }) => initiative.line);
    expect(numbers).toEqual(sheet.rows.flatMap((row, index) => (row.slice(0, 6).some((each) => each !== '') ? [index + 1] : [])));
    return rows.every(({ initiative, errors, proposed }) => (proposed ? errors.length === 0 && initiative.title !== '' : true));
  }));
});

test('a title written as the plan writes it comes out with its text, code and marks unchanged', () => {
  const word = fc.stringMatching(/^[a-zæøå]{1,12}$/);
  fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.integer({ min: 100, max: 999 }), fc.subarray(['I', 'B']), (words, number, marks) => {
    const title = words.join(' ');
    const original = `${title} R${number}${marks.map((mark) => `(${mark})`).join('')}`;
    const [{ initiative }] = pasted(`Indsats\tForvaltning\n${original}\tUdvikling`).rows;
    expect(initiative).toMatchObject({ title, originalText: original, code: `R${number}`, marks });
  }));
});
