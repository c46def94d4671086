import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Block, DocumentModel } from '../../src/documents/model/documentModel';
import { toDocx } from '../../src/documents/model/toDocx';
import { toHtml } from '../../src/documents/model/toHtml';
import { toPlainText } from '../../src/documents/model/toPlainText';
import { paper } from '../../src/documents/paper/paper';
import { danishTemplate, englishTemplate, templateOver } from '../../src/documents/paper/template';
import type { PaperTemplate } from '../../src/plan/paperTemplate';
import { makeRecord } from '../../src/plan/record/makeRecord';
import { aMonth, anInitiative, anObsPoint, aRecordSource, lockStamp, meetingDetails } from '../plan/support/samples';
import { headingsOf, readDocx, under } from './support/readDocx';
import { sampleRecord } from './support/sampleMonth';
import { danish, english } from './support/texts';

const titles = fs.readFileSync(path.join(__dirname, '../e2e/fixtures/paper-2025-initiatives.txt'), 'utf8').trim().split('\n');

/** What stands under a heading: paragraphs as text, bullets with a dot. */
function section({ blocks }: DocumentModel, heading: string): string[] {
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading) + 1;
  const end = blocks.findIndex((block, index) => index >= start && block.kind === 'heading');
  const lines = (block: Block): string[] => {
    switch (block.kind) {
      case 'paragraph':
        return [block.line.map(({ text }) => text).join('')];
      case 'list':
        return block.items.map((line) => `• ${line.map(({ text }) => text).join('')}`);
      default:
        return [];
    }
  };
  return blocks.slice(start, end < 0 ? undefined : end).flatMap(lines);
}

const short: PaperTemplate = { background: '', casePresentation: '', recommendation: '' };

test('February’s paper lists the eighteen as the board paper writes them, in its order', () => {
  const model = paper(sampleRecord('2025-02'), danishTemplate, danish);
  const bullets = section(model, 'Sagsfremstilling').filter((line) => line.startsWith('• '));
  expect(bullets.slice(0, 18)).toEqual(titles.map((title) => `• ${title}`));
  expect(titles).toHaveLength(18);
});

test('it has the four headings with the standard phrases around the list', () => {
  const model = paper(sampleRecord('2025-02'), danishTemplate, danish);
  expect(model.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual(['Sagsansvarlig', 'Baggrund', 'Sagsfremstilling', 'Indstilling']);
  expect(section(model, 'Sagsansvarlig')).toEqual(['Fællesforvaltningsdirektør og økonomichef']);
  expect(section(model, 'Baggrund')[0]).toMatch(/^Udmøntningsplan 2025 blev drøftet på direktionens møde den 29\. januar 2025\. Her besluttede direktionen/);
  const presentation = section(model, 'Sagsfremstilling');
  expect(presentation[1]).toBe('Der er pt. følgende tilbagemeldinger på indsatser med særligt behov for, at den tværgående koordination fremhæves (nærmere uddybning fremgår af vedlagte bilag):');
  expect(presentation.slice(-8)).toEqual([
    'Fokusområde på dette møde:', '• Aktiv/helhedsorienteret indsats målrettet sygefravær generelt i kommunen', 'Indkaldt til punktet:', '• Fagchef, Personale og Arbejdsmiljø',
    'OBS-punkter til drøftelse:', '• ⚑ OBS Restbeløb i effektiviseringsbidraget (Direktion · Beslutning)', expect.stringMatching(/^• ⚑ OBS Sygefraværsindsatsen/), 'Økonomichef deltager i punktet.'
  ]);
  expect(section(model, 'Indstilling')).toEqual(['Direktionen gennemgår status på strategiske og tværgående indsatser og drøfter eventuelle fremhævede OBS-punkter.']);
});

test('what a meeting does not have is not spoken of', () => {
  const record = makeRecord(aRecordSource({ meeting: meetingDetails('2025-04'), month: aMonth({ initiatives: [anInitiative(1)] }) }), lockStamp);
  const presentation = section(paper(record, danishTemplate, danish), 'Sagsfremstilling');
  expect(presentation.join('\n')).not.toMatch(/Fokusområde på|Indkaldt|OBS-punkter til drøftelse|deltager i punktet|tilbagemeldinger/);
  expect(presentation).toHaveLength(3);
});

test('only highlighted initiatives that are alive on the day of the meeting are listed', () => {
  const initiatives = [
    anInitiative(1, { highlighted: true, highlightedSince: '2025-04-26' }), anInitiative(2, { highlighted: true, highlightedSince: '2025-04-27' }), anInitiative(3),
    anInitiative(4, { highlighted: true, lifecycle: 'Delivered' }), anInitiative(5, { highlighted: true, crossCutting: false })
  ];
  const record = makeRecord(aRecordSource({ month: aMonth({ initiatives }) }), lockStamp);
  expect(section(paper(record, { ...short, casePresentation: '{indsatser}' }, danish), 'Sagsfremstilling')).toEqual(['• Indsats 1']);
});

test('the meeting’s own texts stand in place of the template’s, and their places are filled too', () => {
  const record = sampleRecord('2025-03', { background: 'Ny baggrund for {planår}.\n\nAfsnit to.', recommendation: 'Drøft det.' });
  const model = paper(record, danishTemplate, danish);
  expect(section(model, 'Baggrund')).toEqual(['Ny baggrund for 2025.', 'Afsnit to.']);
  expect(section(model, 'Indstilling')).toEqual(['Drøft det.']);
});

test('a list within a paragraph is joined by semicolons; an unknown place is printed as it stands', () => {
  const model = paper(sampleRecord('2025-03'), { ...short, casePresentation: '{indkaldte} er indkaldt {mødedato}, {måned}.\n{ukendt} {måned} måned {måned}' }, danish);
  expect(section(model, 'Sagsfremstilling')).toEqual(['Fagchef, Ejendomme; Fagchef, Sundhed og Omsorg er indkaldt 26. marts 2025, marts 2025.', '{ukendt} marts 2025 måned marts 2025']);
});

test('open OBS points are listed in red with flag and word; closed ones are not', () => {
  const obsPoints = [anObsPoint(1, { title: 'Åbent', type: 'Help', level: 'Corporate' }), anObsPoint(2, { title: 'Lukket', state: 'Closed', closedPeriod: '2025-04' })];
  const record = makeRecord(aRecordSource({ month: aMonth({ obsPoints }) }), lockStamp);
  const model = paper(record, { ...short, casePresentation: '{obs}' }, danish);
  expect(section(model, 'Sagsfremstilling')).toEqual(['• ⚑ OBS Åbent (Koncernledelse · Hjælp)']);
  expect(toHtml(model)).toContain('<li><strong><span style="color:#C00000">⚑ OBS</span></strong><span style="color:#C00000"> Åbent</span> (Koncernledelse · Hjælp)</li>');
});

test('the first meeting of the year does not look back on itself', () => {
  expect(section(paper(sampleRecord('2025-01'), danishTemplate, danish), 'Baggrund')).toHaveLength(1);
});

test('case number and closed item stand above', () => {
  const model = paper(sampleRecord('2025-03', { caseNumber: '25/1234', closedItem: true }), danishTemplate, danish);
  expect(toPlainText(model)).toMatch(/^Lukket punkt\r\n\r\nSagsnummer: 25\/1234\r\n\r\nSagsansvarlig\r\nFællesforvaltningsdirektør og økonomichef\r\n\r\nBaggrund\r\n/);
});

test('as Word it is upright, with heading styles and bullets', async () => {
  const file = readDocx(await toDocx(paper(sampleRecord('2025-02'), danishTemplate, danish)));
  expect(file).toMatchObject({ title: 'Udmøntningsplan 2025: Status på tværgående indsatser', language: 'da-DK', pageSize: { orientation: 'portrait', width: 11906 } });
  expect(headingsOf(file, 'Heading1')).toEqual(['Sagsansvarlig', 'Baggrund', 'Sagsfremstilling', 'Indstilling']);
  const bullets = under(file, 'Sagsfremstilling').flatMap((block) => (block.kind === 'paragraph' && block.listed ? [block.text] : []));
  expect(bullets.slice(0, 18)).toEqual(titles);
});

test('on the clipboard the list is a list, and in plain text a bullet each', () => {
  const model = paper(sampleRecord('2025-02'), danishTemplate, danish);
  expect(toHtml(model)).toContain(`<ul>${titles.map((title) => `<li>${title}</li>`).join('')}</ul>`);
  expect(toPlainText(model)).toContain(`vedlagte bilag):\r\n${titles.map((title) => `• ${title}`).join('\r\n')}\r\n`);
});

test('the municipality’s own phrases are used, the standard phrase where one is empty', () => {
  const own: PaperTemplate = { background: ' ', casePresentation: 'Sagen: {fokus}', recommendation: 'Vi indstiller det.' };
  expect(templateOver(own, danishTemplate)).toEqual({ background: danishTemplate.background, casePresentation: 'Sagen: {fokus}', recommendation: 'Vi indstiller det.' });
  expect(templateOver(undefined, danishTemplate)).toEqual(danishTemplate);
});

test('in English the phrases are English and the titles as written', () => {
  const text = toPlainText(paper(sampleRecord('2025-02'), englishTemplate, english));
  expect(text).toMatch(/\r\nBackground\r\nImplementation plan 2025 was discussed by the executive board on January 29, 2025/);
  expect(text).toContain('• Skriftlige fremstillinger R101 (I)(B)');
});
