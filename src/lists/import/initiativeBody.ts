import { startOfDay, type CalendarDate, type TimeZone } from '../../plan/calendar';
import { plain, type ImportedInitiative } from '../../plan/import/importedInitiative';
import { lifecycleChoices, sourceChoices } from '../choices';

/** Ids in the site, by the text in the sheet as `plain` writes it. */
export type PeopleIds = ReadonlyMap<string, number>;

interface Around {
  /** Id of the batch. */
  id: string;
  planYear: string;
  orderFrom: number;
  people: PeopleIds;
  today: CalendarDate;
  timeZone: TimeZone;
}

/** What names a row of a batch for good. Found again by its beginning, with the index on ClientKey. */
export function clientKeyOf(batchId: string, line: number): string {
  return `${batchId}:${line}`;
}

/** An imported initiative as the list takes it. */
export function initiativeBody(row: ImportedInitiative, { id, planYear, orderFrom, people, today, timeZone }: Around): Record<string, unknown> {
  const day = (date: CalendarDate | undefined): string | null => (date === undefined ? null : startOfDay(date, timeZone));
  const person = (text: string): number | null => people.get(plain(text)) ?? null;
  // Whoever is not found as a person is most often a role ("Fagchef, Ejendomme"): kept, not lost.
  const role = (text: string, written: string): string => written || (person(text) === null ? text : '');
  return {
    Title: row.title, OriginalText: row.originalText, PlanYear: planYear, SortOrder: orderFrom + row.line, Code: row.code ?? null, Marks: row.marks, CrossCutting: row.crossCutting,
    Highlighted: row.highlighted, HighlightedSince: row.highlighted ? day(today) : null, Lifecycle: lifecycleChoices[row.lifecycle], Source: row.source ? sourceChoices[row.source] : null,
    Department: row.department, Committees: row.committees, DirectorId: person(row.director), DirectorRole: role(row.director, row.directorRole), ChiefId: person(row.chief),
    ChiefRole: role(row.chief, row.chiefRole), DeputyId: person(row.deputy), CoordinatesWith: row.coordinatesWith, Description: row.description, PoliticalBasis: row.politicalBasis,
    StartDate: day(row.startDate), EndDate: day(row.endDate), ClientKey: clientKeyOf(id, row.line)
  };
}
