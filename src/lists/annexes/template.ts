import { templateRules, templateWritingOf, unwrittenTemplate, type PaperTemplate, type TemplateRow } from '../../plan/paperTemplate';
import type { TemplateOutcome } from '../../plan/ports/annexStore';
import type { Connection } from '../connection';
import { RowReader } from '../mapping/reader';
import { quoted, rowsOf } from '../readMonth';
import { changeRow } from '../write/changeRow';
import { createRow } from '../write/createRow';
import type { ListWriter, Writing } from '../write/listWriter';

const key = 'paperTemplate';

const templateWriter: ListWriter<TemplateRow, PaperTemplate> = {
  list: 'Settings', columns: ['Id', 'SettingKey', 'Value'], textsOf: templateWritingOf, asWritten: templateWritingOf, rules: templateRules,
  fromRow: (row) => {
    const read = new RowReader(row, 'UTC');
    return { id: read.id, etag: read.etag, ...phrasesOf(read.text('Value')) };
  },
  toBody: (template) => ({ Value: JSON.stringify(templateWritingOf(template)) })
};

export async function readTemplate(connection: Connection): Promise<TemplateRow | undefined> {
  const [row] = await rowsOf(connection, 'Settings', { columns: templateWriter.columns, filter: `SettingKey eq ${quoted(key)}` });
  return row && templateWriter.fromRow(row, 'UTC');
}

export function saveTemplate(writing: Writing, base: TemplateRow | undefined, template: PaperTemplate): Promise<TemplateOutcome> {
  return base
    ? changeRow(writing, templateWriter, { base, texts: template })
    : createRow(writing, templateWriter, { start: { Title: 'Dagsordenspunktets standardtekster' }, begun: unwrittenTemplate, texts: template, key: { column: 'SettingKey', value: key, kind: 'unique' } });
}

/** What stands in the settings. One that somebody broke by hand counts as unwritten: the standard phrases take its place. */
function phrasesOf(json: string): PaperTemplate {
  try {
    const stored = JSON.parse(json) as Partial<Record<keyof PaperTemplate, unknown>> | null;
    const phrase = (name: keyof PaperTemplate): string => (typeof stored?.[name] === 'string' ? String(stored[name]) : '');
    return { background: phrase('background'), casePresentation: phrase('casePresentation'), recommendation: phrase('recommendation') };
  } catch {
    return unwrittenTemplate;
  }
}
