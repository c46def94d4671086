import type { CalendarDate } from '../calendar';
import { isOpenInitiative, type Initiative, type InitiativeDetails, type InitiativeTexts } from '../initiative';
import type { MergeRules } from '../merge/mergeFields';
import { looksLikeCpr } from '../privacy';
import { readTitleText } from '../titleText';

/** The part of an initiative that people write; its plan year and its place among the others are not. */
export interface InitiativeWriting extends InitiativeTexts, Pick<Initiative,
  'title' | 'originalText' | 'code' | 'marks' | 'crossCutting' | 'highlighted' | 'highlightedSince' | 'lifecycle' | 'source' | 'department' | 'committees' | 'directorId' | 'directorRole' |
  'chiefId' | 'chiefRole' | 'deputyId' | 'startDate' | 'endDate'> {}

/** How two people's edits of an initiative are joined. */
export const initiativeRules: MergeRules<InitiativeWriting> = {
  kinds: {
    originalText: 'value', title: 'value', code: 'value', marks: 'set', department: 'value', committees: 'set', crossCutting: 'value', highlighted: 'value', highlightedSince: 'value',
    lifecycle: 'value', lifecycleReason: 'text', source: 'value', directorId: 'value', directorRole: 'value', chiefId: 'value', chiefRole: 'value', deputyId: 'value', coordinatesWith: 'text',
    description: 'text', politicalBasis: 'text', startDate: 'value', endDate: 'value'
  },
  together: [
    ['originalText', 'title', 'code', 'marks'], ['highlighted', 'highlightedSince'], ['lifecycle', 'lifecycleReason'], ['directorId', 'directorRole'], ['chiefId', 'chiefRole'], ['startDate', 'endDate']
  ]
};

/** An initiative that nobody has written in yet. */
export const unwrittenInitiative: InitiativeWriting = {
  title: '', originalText: '', marks: [], crossCutting: true, highlighted: false, lifecycle: 'Approved', lifecycleReason: '', department: '', committees: [], directorRole: '', chiefRole: '',
  coordinatesWith: '', description: '', politicalBasis: ''
};

/** The written part of an initiative alone. */
export function initiativeWritingOf(row: InitiativeWriting): InitiativeWriting {
  const {
    title, originalText, code, marks, crossCutting, highlighted, highlightedSince, lifecycle, lifecycleReason, source, department, committees, directorId, directorRole, chiefId, chiefRole, deputyId,
    coordinatesWith, description, politicalBasis, startDate, endDate
  } = row;
  return {
    title, originalText, code, marks, crossCutting, highlighted, highlightedSince, lifecycle, lifecycleReason, source, department, committees, directorId, directorRole, chiefId, chiefRole, deputyId,
    coordinatesWith, description, politicalBasis, startDate, endDate
  };
}

/** The text as the paper writes it, anew: title, code and marks follow it, except where somebody wrote another. */
export function withOriginalText(writing: InitiativeWriting, originalText: string): InitiativeWriting {
  const before = readTitleText(writing.originalText);
  const after = readTitleText(originalText);
  const marksFollow = before.marks.join() === writing.marks.join();
  return {
    ...writing, originalText, title: writing.title === before.title ? after.title : writing.title, code: writing.code === before.code ? after.code : writing.code,
    marks: marksFollow ? after.marks : writing.marks
  };
}

/** Specially highlighted from a day on; the day is kept as long as it is highlighted. */
export function withHighlight(writing: InitiativeWriting, highlighted: boolean, today: CalendarDate): InitiativeWriting {
  return { ...writing, highlighted, highlightedSince: highlighted ? writing.highlightedSince ?? today : undefined };
}

/** Something that keeps an initiative from being saved, and the field that it is about. */
export interface InitiativeTrouble {
  field: keyof InitiativeWriting;
  kind: 'missing' | 'reason' | 'tooLong' | 'cpr' | 'endsBeforeStart' | 'notADay';
}

/** What SharePoint's columns hold: single lines, and notes. */
export const longestLine = 255;
export const longestNote = 63000;

const lines = ['title', 'code', 'department', 'directorRole', 'chiefRole'] as const;
const notes = ['originalText', 'lifecycleReason', 'coordinatesWith', 'description', 'politicalBasis'] as const;

/**
 * What must be put right before an initiative can be saved.
 * @param before as it was: one that had ended without a reason may stay so
 */
export function troublesIn(writing: InitiativeWriting, before: Pick<InitiativeDetails, 'lifecycle'> | undefined): InitiativeTrouble[] {
  const troubles: InitiativeTrouble[] = [];
  const trouble = (field: InitiativeTrouble['field'], kind: InitiativeTrouble['kind']): void => { troubles.push({ field, kind }); };
  (['originalText', 'title', 'department'] as const).filter((field) => writing[field].trim() === '').forEach((field) => trouble(field, 'missing'));
  if (!isOpenInitiative(writing) && writing.lifecycle !== before?.lifecycle && writing.lifecycleReason.trim() === '') {
    trouble('lifecycleReason', 'reason');
  }
  for (const field of [...lines, ...notes]) {
    const words = writing[field] ?? '';
    if (words.length > (lines.some((line) => line === field) ? longestLine : longestNote)) {
      trouble(field, 'tooLong');
    }
    if (looksLikeCpr(words)) {
      trouble(field, 'cpr');
    }
  }
  if (writing.committees.some((name) => name.length > longestLine)) {
    trouble('committees', 'tooLong');
  }
  for (const field of ['startDate', 'endDate', 'highlightedSince'] as const) {
    const day = writing[field];
    if (day !== undefined && (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(`${day}T00:00:00Z`)))) {
      trouble(field, 'notADay');
    }
  }
  if (writing.startDate !== undefined && writing.endDate !== undefined && writing.endDate < writing.startDate) {
    trouble('endDate', 'endsBeforeStart');
  }
  return troubles;
}

/** The place after all others of the plan. */
export function lastPlace(initiatives: readonly Pick<Initiative, 'sortOrder'>[]): number {
  const given = initiatives.map(({ sortOrder }) => sortOrder).filter((sortOrder) => sortOrder < Number.MAX_SAFE_INTEGER);
  return Math.max(0, ...given) + 10;
}
