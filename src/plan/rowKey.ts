import type { PlanCommand } from './commands';
import { reportKeyOf } from './statusReport';

const rowLetters = { obs: 'O', followUp: 'F', decision: 'D', meeting: 'M', initiative: 'I', effort: 'E', economyLine: 'L', template: 'T' } as const;

/** The row that a command writes, by name: `I12:2025-04`, `O9`, `F4`, `D7`, `M3`, `I12`, `E3`, `L7`, `T2`, or the key of what is made. */
export function rowKeyOf(command: PlanCommand): string {
  if (command.topic === 'status') {
    return reportKeyOf(command.start.subject, command.start.period);
  }
  const letter = rowLetters[command.topic];
  return 'clientKey' in command && !command.base ? `${letter}-${command.clientKey}` : `${letter}${command.base?.id ?? ''}`;
}
