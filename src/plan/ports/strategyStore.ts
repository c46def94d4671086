import type { WriteOutcome } from '../problem';
import type { EffortWriting, StrategicEffort } from '../strategicEffort';

export type EffortOutcome = WriteOutcome<StrategicEffort, EffortWriting>;

/** Where strategic efforts are written; they are read with the month. Loaded when somebody first writes one. */
export interface StrategyStore {
  /** `clientKey` (a GUID) makes a second attempt after a lost answer find the first one's row. */
  addEffort(writing: EffortWriting, clientKey: string): Promise<EffortOutcome>;
  /** Couplings that others have made meanwhile are kept. */
  saveEffort(base: StrategicEffort, writing: EffortWriting): Promise<EffortOutcome>;
}
