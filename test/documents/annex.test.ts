import fc from 'fast-check';
import { annex } from '../../src/documents/annex/annex';
import { toDocx } from '../../src/documents/model/toDocx';
import { makeRecord } from '../../src/plan/record/makeRecord';
import type { MonthRecord } from '../../src/plan/record/monthRecord';
import { recordSources } from '../plan/support/arbitraries';
import { aMonth, anInitiative, anObsPoint, aReport, aRecordSource, lockStamp, meetingDetails } from '../plan/support/samples';
import { cellText, headingsOf, paragraphsOf, readDocx, tablesOf, under, type DocxFile, type DocxTable } from './support/readDocx';
import { sampleRecord } from './support/sampleMonth';
import { danish, english } from './support/texts';

async function opened(record: MonthRecord, text = danish): Promise<DocxFile> {
  return readDocx(await toDocx(annex(record, 'department', text)));
}

/** The row of an initiative, by the name of its column. */
function rowOf(file: DocxFile, title: string): Record<string, string> {
  for (const table of tablesOf(file)) {
    const row = table.rows.find(([first]) => first[0].text === title);
    if (row) {
      return Object.fromEntries(table.rows[0].map((header, index) => [cellText(header), cellText(row[index])]));
    }
  }
  throw new Error(`The annex has no row "${title}"`);
}

test('the annex of March opens as a landscape A4 with title, language, headings and page numbers', async () => {
  const file = await opened(sampleRecord('2025-03', { caseNumber: '25/1234' }));
  expect(file).toMatchObject({ title: 'Bilag: Status på Udmøntningsplan 2025', language: 'da-DK', pageSize: { width: 16838, height: 11906, orientation: 'landscape' }, footer: 'Side [PAGE] af [NUMPAGES]' });
  expect(headingsOf(file, 'Title')).toEqual(['Bilag: Status på Udmøntningsplan 2025']);
  expect(headingsOf(file, 'Heading1')).toEqual(['OBS-punkter', 'Fokusområde', 'Tværgående indsatser', 'Gennemførte og afsluttede indsatser', 'Strategiske indsatser']);
  expect(headingsOf(file, 'Heading2')).toEqual(['Fællesforvaltningen', 'Udvikling, Teknik og Kultur', 'Velfærd og Børn']);
});

test('the head names meeting, date, case and lock, and sums the month up', async () => {
  const lines = paragraphsOf(await opened(sampleRecord('2025-03', { caseNumber: '25/1234' }))).map(({ text }) => text);
  expect(lines.slice(1, 6)).toEqual([
    'Direktionsmøde 26. marts 2025', 'Sagsnummer: 25/1234', 'Deltager i punktet: Økonomichef', 'Revision A. Låst 20. marts 2025 kl. 12.00 af Direktionssekretariatet.',
    '18 indsatser · 18 af 18 statusser modtaget · 0 mangler · 3 åbne OBS-punkter · 5 ønsker hjælp'
  ]);
});

test('OBS points come first, in red, with flag and word; nothing else is red', async () => {
  const file = await opened(sampleRecord('2025-03'));
  const [table] = under(file, 'OBS-punkter') as DocxTable[];
  expect(table.rows[1].map(cellText)).toEqual([
    '⚑ OBS Ét område mangler fortsat cirka en fjerdedel af sit effektiviseringsbidrag.\n2. måned i træk', 'Effektiviseringsbidrag og novembergreb', 'Direktion · Beslutning',
    'Midlertidig løsning i 2025, varig løsning i budget 2026.'
  ]);
  expect(table.rows[1][0][0].runs.map(({ color }) => color)).toEqual(['C00000', 'C00000', 'C00000']);
  const red = paragraphsOf(file).filter(({ runs }) => runs.some(({ color }) => color === 'C00000'));
  expect(red.length).toBeGreaterThan(5);
  expect(red.filter(({ text, style }) => style !== 'Heading1' && !/⚑ OBS|måned/.test(text))).toEqual([]);
  expect(new Set(paragraphsOf(file).flatMap(({ runs }) => runs.map(({ color }) => color)))).toEqual(new Set(['', '605E5C', 'C00000', '107C10', '8A5A00', '5C2E91']));
});

test('a row holds everything of its initiative: title with code and marks as written, role, progress in words, texts, OBS', async () => {
  const file = await opened(sampleRecord('2025-04'));
  expect(rowOf(file, 'AI-hjælpeværktøj til skriftlig fremstilling R002(I)(B)')).toEqual({
    Indsats: 'AI-hjælpeværktøj til skriftlig fremstilling R002(I)(B)', Ansvarlig: 'Fagchef, Digitalisering og IT', Fremdrift: expect.stringMatching(/^◆ Følger ikke planen\nØkonomi: /),
    'Status siden sidst': expect.stringMatching(/\n(Ændret|Uændret) siden marts 2025/), 'Næste skridt': expect.any(String), 'Hjælp eller koordinering': expect.stringMatching(/^Hjælp ønskes: /),
    OBS: expect.stringMatching(/^⚑ OBS Leverandøren har ikke svaret fyldestgørende.*\nDirektion · Beslutning · 2\. måned i træk\nForslag til handling: /)
  });
});

test('a missing status says so and never shows the month before', async () => {
  const row = rowOf(await opened(sampleRecord('2025-04')), 'Norddjurs i bevægelse');
  expect(row).toMatchObject({ Fremdrift: '', 'Status siden sidst': 'Status ikke modtaget', 'Næste skridt': '', 'Hjælp eller koordinering': '' });
});

test('completed initiatives stand in a section of their own, and only there', async () => {
  const file = await opened(sampleRecord('2025-04'));
  const completed = (under(file, 'Gennemførte og afsluttede indsatser') as DocxTable[])[0].rows.slice(1).map(([title]) => title[0].text);
  expect(completed).toHaveLength(1);
  expect(tablesOf(file).flatMap(({ rows }) => rows).filter(([first]) => first[0].text === completed[0])).toHaveLength(1);
  expect(cellText(under(await opened(sampleRecord('2025-03')), 'Gennemførte og afsluttede indsatser').slice(0, 1) as never)).toBe('Ingen indsatser er gennemført eller afsluttet.');
});

test('strategic efforts have a table, focus and invited heads a section', async () => {
  const file = await opened(sampleRecord('2025-03'));
  expect((under(file, 'Strategiske indsatser') as DocxTable[])[0].rows).toHaveLength(7);
  expect(under(file, 'Fokusområde').map((block) => block.kind === 'paragraph' && [block.listed, block.text])).toEqual([
    [true, 'Flådestyring R003(I)(B)'], [false, 'Indkaldt til punktet: Fagchef, Ejendomme; Fagchef, Sundhed og Omsorg']
  ]);
});

test('every table repeats its one header row and marks row and column headers', async () => {
  for (const table of tablesOf(await opened(sampleRecord('2025-03')))) {
    expect(table).toMatchObject({ headerRows: 1, look: { firstRow: true, firstColumn: true } });
  }
});

test('an OBS point that the month closed is still shown, and says so', async () => {
  const obsPoints = [anObsPoint(1, { state: 'Closed', closedPeriod: '2025-04', closingText: 'Løst.' }), anObsPoint(2, { state: 'Closed', closedPeriod: '2025-03' })];
  const file = await opened(makeRecord(aRecordSource({ month: aMonth({ initiatives: [anInitiative(1)], obsPoints }) }), lockStamp));
  expect((under(file, 'OBS-punkter') as DocxTable[])[0].rows.slice(1).map((cells) => cells.map(cellText))).toEqual([['⚑ OBS Se her\n3. måned i træk', 'Indsats 1', 'Direktion', 'Lukket: Løst.']]);
  expect(rowOf(file, 'Indsats 1').OBS).toBe('⚑ OBS Se her\nDirektion · 3. måned i træk\nLukket: Løst.');
});

test('no OBS points is said in words', async () => {
  const file = await opened(makeRecord(aRecordSource({ month: aMonth({ initiatives: [anInitiative(1)] }) }), lockStamp));
  expect(cellText(under(file, 'OBS-punkter') as never)).toContain('Ingen OBS-punkter');
  expect(paragraphsOf(file).some(({ runs }) => runs.some(({ color }) => color === 'C00000'))).toBe(false);
});

test('what has changed since the round before is named', async () => {
  const reports = [aReport(1, { progress: 'Attention', statusText: 'Nyt' }), aReport(2, { statusText: 'Som før' }), aReport(3, { statusText: 'Første' })];
  const file = await opened(makeRecord(aRecordSource({
    month: aMonth({ initiatives: [1, 2, 3].map((id) => anInitiative(id)), reports }),
    previous: { period: '2025-03', reports: [aReport(1, { period: '2025-03', progress: 'OnTrack', statusText: 'Gammelt' }), aReport(2, { period: '2025-03', statusText: 'Som  før' })] }
  }), lockStamp));
  expect(rowOf(file, 'Indsats 1')).toMatchObject({ Fremdrift: '▲ Kræver opmærksomhed\nFør: Følger planen', 'Status siden sidst': 'Nyt\nÆndret siden marts 2025: fremdrift, status siden sidst' });
  expect(rowOf(file, 'Indsats 2')['Status siden sidst']).toBe('Som før\nUændret siden marts 2025');
  expect(rowOf(file, 'Indsats 3')['Status siden sidst']).toBe('Første\nIngen status i marts 2025');
});

test('a preview and a revision say what they are', async () => {
  const source = aRecordSource({ meeting: meetingDetails('2025-04') });
  const textIn = async (record: MonthRecord): Promise<string> => paragraphsOf(await opened(record)).map(({ text }) => text).join('\n');
  expect(await textIn(makeRecord(source, { ...lockStamp, revision: '' }))).toContain('Foreløbigt bilag. Runden er ikke låst endnu.');
  expect(await textIn(makeRecord(source, { ...lockStamp, revision: 'B', reason: 'Et beløb var forkert.' }))).toMatch(/Revision B\. Låst .*\nRettet efter låsningen: Et beløb var forkert\./);
});

test('by director, the headings are the directors', () => {
  const { blocks } = annex(sampleRecord('2025-03'), 'director', danish);
  expect(blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.text] : []))).toEqual(['Fællesforvaltningsdirektør', 'Direktør, Udvikling, Teknik og Kultur', 'Direktør, Velfærd og Børn', 'Kommunaldirektør']);
});

test('in English the same annex, in English', async () => {
  const file = await opened(sampleRecord('2025-03'), english);
  expect(file).toMatchObject({ title: 'Annex: Status of implementation plan 2025', language: 'en-US' });
  expect(headingsOf(file, 'Heading1')[0]).toBe('OBS points');
});

test('a row that was a draft at the lock says that its status was not received', async () => {
  const source = aRecordSource({ month: aMonth({ initiatives: [anInitiative(1)], reports: [aReport(1, { state: 'Draft', statusText: 'Halvt skrevet' })] }) });
  expect(rowOf(await opened(makeRecord(source, lockStamp)), 'Indsats 1')['Status siden sidst']).toBe('Status ikke modtaget');
});

test('what XML cannot hold is left out, and the rest is kept', async () => {
  const file = await opened(makeRecord(aRecordSource({ month: aMonth({ obsPoints: [anObsPoint(1, { text: 'før\u0001\uFFFE\uD800 <efter> & 😀' })] }) }), lockStamp));
  expect(paragraphsOf(file).map(({ text }) => text)).toContain('⚑ OBS før <efter> & 😀');
});

test('whatever people write, the file opens with every row', async () => {
  await fc.assert(fc.asyncProperty(recordSources, async (source) => {
    const record = makeRecord(source, lockStamp);
    const rows = tablesOf(await opened(record)).reduce((sum, table) => sum + table.rows.length - 1, 0);
    expect(rows).toBe(record.obs.length + record.efforts.length + record.initiatives.filter(({ initiative }) => initiative.crossCutting).length);
  }), { numRuns: 10 });
});
