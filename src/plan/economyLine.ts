import type { RowProblem, Stored } from './stored';

/** An amount of an initiative in one budget year. Amounts are in 1.000 kr.; minus is a saving, plus an expense. They change no appropriation. */
export interface EconomyLine extends Stored {
  title: string;
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
  problems: RowProblem[];
}
