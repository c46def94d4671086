import type { CalendarDate } from '../calendar';
import type { Lifecycle, Source } from '../initiative';

/** An initiative as somebody's sheet tells of it. People, department and committees are texts still to be resolved. */
export interface ImportedInitiative {
  /** Line in the sheet, counted from 1 as a spreadsheet does; with the batch it names the row for good. */
  line: number;
  title: string;
  /** The title with code and marks exactly as the sheet has it. */
  originalText: string;
  code?: string;
  marks: string[];
  department: string;
  committees: string[];
  crossCutting: boolean;
  highlighted: boolean;
  lifecycle: Lifecycle;
  source?: Source;
  /** Name, address or login of a person. */
  director: string;
  directorRole: string;
  chief: string;
  chiefRole: string;
  deputy: string;
  coordinatesWith: string;
  description: string;
  politicalBasis: string;
  startDate?: CalendarDate;
  endDate?: CalendarDate;
}

/** What an initiative of the plan is compared with: title and code. */
export interface TitleAndCode {
  title: string;
  code?: string;
}

/** How two initiatives are alike. The code alone is no key: R307 stands on two rows by right. */
export type Likeness = 'titleAndCode' | 'title' | 'code';

/** Looks up what is like an initiative among many; spaces and case make no difference. */
export function alikeIn<Other extends TitleAndCode>(others: readonly Other[]): (one: TitleAndCode) => { other: Other; likeness: Likeness }[] {
  const byTitle = grouped(others, ({ title }) => plain(title));
  const byCode = grouped(others, ({ code }) => code);
  return (one) => {
    const sameTitle = byTitle.get(plain(one.title)) ?? [];
    const sameCode = (byCode.get(one.code ?? '') ?? []).filter((other) => !sameTitle.includes(other));
    return [
      ...sameTitle.map((other) => ({ other, likeness: other.code === one.code ? 'titleAndCode' as const : 'title' as const })), ...sameCode.map((other) => ({ other, likeness: 'code' as const }))
    ];
  };
}

function grouped<Other>(others: readonly Other[], keyOf: (other: Other) => string | undefined): Map<string, Other[]> {
  const groups = new Map<string, Other[]>();
  others.forEach((other) => {
    const key = keyOf(other);
    if (key) {
      groups.set(key, [...(groups.get(key) ?? []), other]);
    }
  });
  return groups;
}

/** A text without what people write differently by chance. */
export function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
