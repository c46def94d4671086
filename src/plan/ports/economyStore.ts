import type { EconomyLine, EconomyWriting } from '../economyLine';
import type { WriteOutcome } from '../problem';

export type EconomyOutcome = WriteOutcome<EconomyLine, EconomyWriting>;

/** Where the amounts are kept. Loaded when somebody opens the economy. */
export interface EconomyStore {
  /** Every line, of all plan years. Rejects with a PlanError. */
  lines(): Promise<EconomyLine[]>;
  /** `clientKey` (a GUID) makes a second attempt after a lost answer find the first one's row. */
  addLine(writing: EconomyWriting, clientKey: string): Promise<EconomyOutcome>;
  saveLine(base: EconomyLine, writing: EconomyWriting): Promise<EconomyOutcome>;
}
