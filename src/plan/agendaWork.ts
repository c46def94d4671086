import type { AgendaStep } from './agenda';
import { unwrittenDecision, type DecisionWriting } from './decision';
import { isNamed } from './initiative';
import { rolesOf, type MeetingDetails } from './meeting';

/** Who presents what stands at a step: those whom the meeting names, else the responsible director or the owner of the effort. */
export function presentersOf(step: AgendaStep, meeting: MeetingDetails): string[] {
  const named = rolesOf(meeting.presenters);
  switch (step.part) {
    case 'opening':
    case 'closing':
    case 'obs':
      return named;
    case 'efforts':
      return [step.effort.ownerRole].filter(Boolean);
    default:
      return named.length > 0 ? named : [step.director].filter(Boolean);
  }
}

/**
 * What a decision that falls at a step begins with. Decisions have no column for strategic efforts: one on an effort is on
 * the whole plan, and begins with the effort's title.
 */
export function decisionAt(step: AgendaStep): DecisionWriting {
  switch (step.part) {
    case 'initiatives':
    case 'focus':
      return { ...unwrittenDecision, initiativeIds: [step.row.initiative.id] };
    case 'obs':
      return { ...unwrittenDecision, initiativeIds: [...step.obs.point.initiativeIds], obsPointId: step.obs.point.id };
    case 'efforts':
      return { ...unwrittenDecision, text: openingOf(step.effort.title) };
    default:
      return unwrittenDecision;
  }
}

/** Whether a decision of the meeting belongs to what stands at a step. The last step gathers them all. */
export function isDecidedAt(step: AgendaStep, decision: DecisionWriting): boolean {
  switch (step.part) {
    case 'opening':
      return false;
    case 'initiatives':
    case 'focus':
      return isNamed(step.row.initiative, decision.initiativeIds);
    case 'obs':
      return decision.obsPointId === step.obs.point.id;
    case 'efforts':
      return decision.initiativeIds.length === 0 && decision.obsPointId === undefined && decision.text.trim().startsWith(openingOf(step.effort.title).trim());
    default:
      return true;
  }
}

function openingOf(title: string): string {
  return `${title.trim()}: `;
}
