import type { ObsWriting } from '../../plan/obsPoint';
import type { StatusTexts } from '../../plan/statusReport';
import { economyChoices, obsLevelChoices, obsStateChoices, obsTypeChoices, progressChoices, yesNoChoices } from '../choices';

/** What is written of a status: choices in the list's Danish, emptied fields as null. */
export function statusBody(texts: StatusTexts): Record<string, string | null> {
  return {
    Progress: texts.progress ? progressChoices[texts.progress] : null,
    EconomyOutlook: texts.economyOutlook ? economyChoices[texts.economyOutlook] : null,
    StatusText: texts.statusText,
    NextSteps: texts.nextSteps,
    NeedsCoordination: texts.needsCoordination === undefined ? null : texts.needsCoordination ? yesNoChoices.yes : yesNoChoices.no,
    // The explanation belongs to a yes; with a no it would stand in the annex as a wish that nobody has.
    CoordinationText: texts.needsCoordination === false ? '' : texts.coordinationText
  };
}

/** What is written of an OBS point. The title of the row is the beginning of its text. */
export function obsBody(texts: ObsWriting): Record<string, string | number | number[] | null> {
  return {
    InitiativesId: texts.initiativeIds,
    StrategicEffortId: texts.effortId ?? null,
    Title: titleFrom(texts.text),
    ObsLevel: obsLevelChoices[texts.level],
    ObsType: texts.type ? obsTypeChoices[texts.type] : null,
    ObsText: texts.text,
    ProposedAction: texts.proposedAction,
    ObsState: obsStateChoices[texts.state],
    ClosedPeriod: texts.closedPeriod ?? null,
    ClosingText: texts.closingText
  };
}

/** The first words of a text, at most 100 characters, cut between words. */
export function titleFrom(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 100) {
    return line;
  }
  const cut = line.slice(0, 99);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 60))}…`;
}
