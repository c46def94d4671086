import type { TimeZone } from '../../plan/calendar';
import { economyRules, economyTitle, economyWritingOf, unwrittenLine, type EconomyLine, type EconomyWriting } from '../../plan/economyLine';
import type { EconomyStore } from '../../plan/ports/economyStore';
import type { Connection } from '../connection';
import { reading } from '../errors';
import { RowReader, type Row } from '../mapping/reader';
import { rowsOf } from '../readMonth';
import { changeRow } from '../write/changeRow';
import { createRow } from '../write/createRow';
import { longestTitle, type ListWriter, type Writing } from '../write/listWriter';

const columns = ['Id', 'Title', 'InitiativeId', 'BudgetYear', 'Mark', 'Area', 'AmountPlanned', 'AmountExpected', 'AmountRealised', 'PriceLevel'];

/** Economy lines in their SharePoint list, which stays small: it is read whole, as a filter by lookup has no index. */
export function createEconomyStore(connection: Connection, timeZone: TimeZone): EconomyStore {
  const writing: Writing = { connection, timeZone };
  return {
    lines: () => reading(async () => (await rowsOf(connection, 'EconomyLines', { columns })).map((row) => lineOf(row, timeZone))),
    addLine: (texts, clientKey) => createRow(writing, lineWriter, { start: {}, begun: { ...unwrittenLine, initiativeId: texts.initiativeId }, texts, key: { column: 'ClientKey', value: clientKey, kind: 'client' } }),
    saveLine: (base, texts) => changeRow(writing, lineWriter, { base, texts })
  };
}

const lineWriter: ListWriter<EconomyLine, EconomyWriting> = {
  list: 'EconomyLines', columns, fromRow: lineOf, textsOf: economyWritingOf, rules: economyRules,
  asWritten: (texts) => ({ ...economyWritingOf(texts), area: texts.area.slice(0, longestTitle), priceLevel: texts.priceLevel.slice(0, longestTitle) }),
  toBody: (texts) => ({
    Title: economyTitle(texts).slice(0, longestTitle), InitiativeId: texts.initiativeId, BudgetYear: texts.budgetYear, Mark: texts.mark ?? null, Area: texts.area.slice(0, longestTitle),
    AmountPlanned: texts.planned ?? null, AmountExpected: texts.expected ?? null, AmountRealised: texts.realised ?? null, PriceLevel: texts.priceLevel.slice(0, longestTitle)
  })
};

function lineOf(row: Row, timeZone: TimeZone): EconomyLine {
  const read = new RowReader(row, timeZone);
  return {
    id: read.id, etag: read.etag, title: read.text('Title'), initiativeId: read.reference('Initiative') ?? 0, budgetYear: read.text('BudgetYear'), mark: read.optionalText('Mark'),
    area: read.text('Area'), planned: read.number('AmountPlanned'), expected: read.number('AmountExpected'), realised: read.number('AmountRealised'), priceLevel: read.text('PriceLevel'),
    problems: read.problems
  };
}
