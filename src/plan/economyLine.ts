import type { MergeRules } from './merge/mergeFields';
import type { RowProblem, Stored } from './stored';

/** The part of an economy line that people write. Amounts are in 1.000 kr.; minus is a saving, plus an expense. They change no appropriation. */
export interface EconomyWriting {
  initiativeId: number;
  budgetYear: string;
  /** `I`, `B` or another letter of the plan's marks. */
  mark?: string;
  area: string;
  planned?: number;
  expected?: number;
  realised?: number;
  /** `2025-pl` */
  priceLevel: string;
}

/** An amount of an initiative in one budget year. */
export interface EconomyLine extends Stored, EconomyWriting {
  title: string;
  problems: RowProblem[];
}

/** How two people's edits of a line are joined: each amount is one or the other. */
export const economyRules: MergeRules<EconomyWriting> = {
  kinds: { initiativeId: 'value', budgetYear: 'value', mark: 'value', area: 'value', planned: 'value', expected: 'value', realised: 'value', priceLevel: 'value' }
};

/** A line that nobody has written in yet. */
export const unwrittenLine: EconomyWriting = { initiativeId: 0, budgetYear: '', area: '', priceLevel: '' };

/** The written part of a line alone. */
export function economyWritingOf({ initiativeId, budgetYear, mark, area, planned, expected, realised, priceLevel }: EconomyWriting): EconomyWriting {
  return { initiativeId, budgetYear, mark, area, planned, expected, realised, priceLevel };
}

/** `Køretøjer (B) 2026`: what the line is called in the plain list. */
export function economyTitle({ area, mark, budgetYear }: EconomyWriting): string {
  return [area, mark && `(${mark})`, budgetYear].filter(Boolean).join(' ');
}

/** What keeps a line from being saved, by field; empty when nothing does. */
export function troublesInLine({ budgetYear, planned, expected, realised }: EconomyWriting): ('budgetYear' | 'planned')[] {
  const noAmount = [planned, expected, realised].every((amount) => amount === undefined);
  return [...(/^\d{4}$/.test(budgetYear) ? [] : ['budgetYear' as const]), ...(noAmount ? ['planned' as const] : [])];
}
