import { amountText } from '../../plan/amounts';
import type { CodeReconciliation, EconomyGap } from '../../plan/economy';
import type { EconomyLine } from '../../plan/economyLine';
import type { Text } from '../texts';
import type { SheetColumn, SheetRow, SheetTable } from './sheetTable';
import { narrow, wide, type TitlesById } from './tables';

/** Economy lines in 1.000 kr., as numbers that can be summed. */
export function economySheet(lines: readonly EconomyLine[], titles: TitlesById, text: Text): SheetTable {
  return {
    name: text('nav.economy'), note: text('economy.noAppropriation'),
    columns: [
      wide(text('column.title'), 44), narrow(text('doc.year')), narrow(text('ini.marks')), wide(text('doc.economy.area'), 24), amount(text('doc.economy.planned')),
      amount(text('doc.economy.expected')), amount(text('doc.economy.realised')), narrow(text('doc.economy.priceLevel'))
    ],
    rows: lines.map((line): SheetRow => ({
      cells: [titles.get(line.initiativeId), line.budgetYear, line.mark && `(${line.mark})`, line.area, line.planned, line.expected, line.realised, line.priceLevel], obsColumns: []
    }))
  };
}

/** (I) against (B) by code and year, what lacks beside the total. */
export function reconciliationSheet(codes: readonly CodeReconciliation[], text: Text): SheetTable {
  return {
    name: text('economy.reconciliation'), note: text('economy.noAppropriation'),
    columns: [
      narrow(text('ini.code')), wide(text('economy.departments'), 30), wide(text('nav.initiatives'), 44), narrow(text('doc.year')), amount(text('economy.investment')), amount(text('economy.saving')),
      amount(text('economy.netPlanned')), amount(text('economy.netExpected')), amount(text('economy.netRealised')), amount(text('economy.deviation')), wide(text('economy.gap'), 50)
    ],
    rows: codes.flatMap(({ code, departments, initiatives, years, total, gaps }) => [
      ...years.map((each) => ({ ...each, gap: undefined })), { ...total, year: text('economy.total'), gap: gaps.map((gap) => gapText(gap, text)).join(' ') || text('economy.gap.none') }
    ].map(({ year, investment, saving, net, deviation, gap }): SheetRow => ({
      cells: [
        code, departments.join(', '), initiatives.map(({ originalText }) => originalText).join('\n'), year, investment.planned, saving.planned, net.planned, net.expected, net.realised, deviation, gap
      ],
      obsColumns: []
    })))
  };
}

/** What lacks, in a sentence. */
export function gapText(gap: EconomyGap, text: Text): string {
  return 'amount' in gap ? text(`economy.gap.${gap.kind}`, amountText(gap.amount, text('app.locale'))) : text(`economy.gap.${gap.kind}`);
}

function amount(title: string): SheetColumn {
  return { title, width: 16, type: 'number' };
}
