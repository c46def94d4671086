import type { Merge, MergeRules } from './mergeFields';
import { combineTexts } from './words';

/** What a writer may do with a field that two have changed. */
export type Choice = 'mine' | 'theirs' | 'combined';

/** The three texts that a choice is made from. */
export interface Sides<Texts> {
  mine: Texts;
  theirs: Texts;
  /** One text made of both, field by field; begun as `suggestions`, put right by its writer. */
  combined: Partial<Texts>;
}

/** Fields that are chosen at once: those that mean something only together, else each alone. */
export function unitsOf<Texts>(rules: MergeRules<Texts>, { conflicts }: Merge<Texts>): (keyof Texts)[][] {
  const together = (rules.together ?? []).map((group) => group.filter((field) => conflicts.includes(field))).filter((group) => group.length > 0);
  return [...together, ...conflicts.filter((field) => !together.some((group) => group.includes(field))).map((field) => [field])];
}

/** What to begin with where a text is made of both. */
export function suggestions<Texts extends object>(rules: MergeRules<Texts>, { conflicts }: Merge<Texts>, base: Texts, mine: Texts, theirs: Texts): Partial<Texts> {
  const texts = conflicts.filter((field) => rules.kinds[field] === 'text').map((field) => [field, combineTexts(words(base, field), words(mine, field), words(theirs, field))]);
  return Object.fromEntries(texts) as Partial<Texts>;
}

/** The chosen side of a unit; unchosen it is mine. Made of both: the text is the combined one, the rest goes with whoever explained it. */
export function chosen<Texts extends object>(rules: MergeRules<Texts>, unit: readonly (keyof Texts)[], choice: Choice | undefined, { mine, theirs, combined }: Sides<Texts>): Partial<Texts> {
  const explains = (texts: Texts): boolean => unit.some((field) => rules.kinds[field] === 'text' && words(texts, field).trim() !== '');
  const side = choice === 'theirs' || (choice === 'combined' && !explains(mine)) ? theirs : mine;
  const fields = unit.map((field) => [field, choice === 'combined' && rules.kinds[field] === 'text' ? combined[field] : side[field]]);
  return Object.fromEntries(fields) as Partial<Texts>;
}

function words<Texts>(texts: Texts, field: keyof Texts): string {
  return String(texts[field] ?? '');
}
