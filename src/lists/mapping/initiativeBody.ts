import { startOfDay, type CalendarDate, type TimeZone } from '../../plan/calendar';
import type { InitiativeWriting } from '../../plan/initiatives/initiativeWriting';
import { lifecycleChoices, sourceChoices } from '../choices';

/** What is written of an initiative, as the list takes it: choices in Danish, days as the web counts them, emptied fields as null. */
export function initiativeBody(writing: InitiativeWriting, timeZone: TimeZone): Record<string, unknown> {
  const day = (date: CalendarDate | undefined): string | null => (date === undefined ? null : startOfDay(date, timeZone));
  return {
    Title: writing.title, OriginalText: writing.originalText, Code: writing.code ?? null, Marks: writing.marks, CrossCutting: writing.crossCutting, Highlighted: writing.highlighted,
    HighlightedSince: day(writing.highlightedSince), Lifecycle: lifecycleChoices[writing.lifecycle], LifecycleReason: writing.lifecycleReason,
    Source: writing.source ? sourceChoices[writing.source] : null, Department: writing.department, Committees: writing.committees, DirectorId: writing.directorId ?? null,
    DirectorRole: writing.directorRole, ChiefId: writing.chiefId ?? null, ChiefRole: writing.chiefRole, DeputyId: writing.deputyId ?? null, CoordinatesWith: writing.coordinatesWith,
    Description: writing.description, PoliticalBasis: writing.politicalBasis, StartDate: day(writing.startDate), EndDate: day(writing.endDate)
  };
}
