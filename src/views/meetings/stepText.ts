import type { AgendaStep } from '../../plan/agenda';
import type { Meeting } from '../../plan/meeting';
import { text } from '../shared/texts';

/** What a step is called, in the paper's words. */
export function stepTitle(step: AgendaStep, meeting: Meeting): string {
  switch (step.part) {
    case 'opening':
      return meeting.title;
    case 'efforts':
      return step.effort.title;
    case 'initiatives':
    case 'focus':
      return step.row.initiative.originalText;
    case 'obs':
      return step.titles.join(', ') || text('obs.wholePlan');
    default:
      return text('meetings.part.closing');
  }
}
