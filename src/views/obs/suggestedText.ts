import { dayName } from '../../plan/calendar';
import type { ObsSuggestion, SuggestionReason } from '../../plan/obsSuggestions';
import { periodName } from '../../plan/period';
import { locale, text } from '../shared/texts';

/** Why it is suggested, in a line. */
export function reasonText(reason: SuggestionReason): string {
  switch (reason.kind) {
    case 'asksForHelp':
      return text('obs.reason.asksForHelp', reason.words);
    case 'offPlan':
      return text('obs.reason.offPlan', reason.words);
    case 'missingTwice':
      return text('obs.reason.missingTwice', periodName(reason.before, locale()));
    default:
      return text('obs.reason.overdueFollowUp', reason.title, dayName(reason.dueDate, locale()), reason.responsibleRole);
  }
}

/** The text that a point raised from the suggestion begins with; the director goes on from it. */
export function suggestedText({ reasons }: ObsSuggestion): string {
  return reasons.map((reason) => {
    switch (reason.kind) {
      case 'asksForHelp':
        return reason.words;
      case 'offPlan':
        return text('obs.suggested.offPlan', reason.words);
      case 'missingTwice':
        return text('obs.suggested.missingTwice');
      default:
        return text('obs.suggested.overdueFollowUp', reason.title, dayName(reason.dueDate, locale()), reason.responsibleRole);
    }
  }).join('\n').trim();
}
