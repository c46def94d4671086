/**
 * How a field is joined when two people have changed it.
 * `value`: a choice, date, reference, number or flag, one or the other. `text`: words, which can be combined.
 * `set`: several values without an order; what either added is added, what either took away is gone.
 */
export type FieldKind = 'value' | 'text' | 'set';

/** What a merge must know of the part of a row that people write. */
export interface MergeRules<Texts> {
  kinds: { readonly [Field in keyof Required<Texts>]: FieldKind };
  /** Fields that only mean something together, such as a yes and its explanation: two who change them at once must choose. */
  together?: readonly (readonly (keyof Texts)[])[];
}

/** Two people's edits of one row, joined. */
export interface Merge<Texts> {
  /** Mine with theirs joined in; a field in conflict holds mine. */
  texts: Texts;
  /** Fields that are not as I wrote them: theirs, or a set with their changes. */
  fromTheirs: (keyof Texts)[];
  /** Fields that both changed, each to something else. */
  conflicts: (keyof Texts)[];
}

/**
 * Three-way merge, field by field. Nothing is decided for anyone: what both changed differently is a conflict.
 * @param base what both began with
 */
export function mergeFields<Texts extends object>(rules: MergeRules<Texts>, base: Texts, mine: Texts, theirs: Texts): Merge<Texts> {
  const merge: Merge<Texts> = { texts: { ...mine }, fromTheirs: [], conflicts: [] };
  for (const group of groupsOf(rules)) {
    const differing = group.filter((field) => !isSame(rules, field, mine, theirs));
    const iChanged = group.some((field) => !isSame(rules, field, base, mine));
    const theyChanged = group.some((field) => !isSame(rules, field, base, theirs));
    if (group.length === 1 && rules.kinds[group[0]] === 'set') {
      mergeSet(merge, group[0], base, mine, theirs);
    } else if (iChanged && theyChanged) {
      merge.conflicts.push(...differing);
    } else if (theyChanged) {
      differing.forEach((field) => { merge.texts[field] = theirs[field]; });
      merge.fromTheirs.push(...differing);
    }
  }
  return merge;
}

/** The fields in which two versions differ, in the order of the rules. */
export function changedFields<Texts extends object>(rules: MergeRules<Texts>, from: Texts, to: Texts): (keyof Texts)[] {
  return fieldsOf(rules).filter((field) => !isSame(rules, field, from, to));
}

/** Somebody has to look before the merged row may be saved. */
export function isUnseen<Texts>(merge: Merge<Texts>): boolean {
  return merge.fromTheirs.length > 0 || merge.conflicts.length > 0;
}

function fieldsOf<Texts>(rules: MergeRules<Texts>): (keyof Texts)[] {
  return Object.keys(rules.kinds) as (keyof Texts)[];
}

function groupsOf<Texts>(rules: MergeRules<Texts>): (readonly (keyof Texts)[])[] {
  const together = rules.together ?? [];
  return [...together, ...fieldsOf(rules).filter((field) => !together.some((group) => group.includes(field))).map((field) => [field])];
}

function isSame<Texts>(rules: MergeRules<Texts>, field: keyof Texts, one: Texts, other: Texts): boolean {
  switch (rules.kinds[field]) {
    case 'text':
      return words(one[field]) === words(other[field]);
    case 'set':
      return JSON.stringify(membersOf(one[field]).sort(byText)) === JSON.stringify(membersOf(other[field]).sort(byText));
    default:
      return one[field] === other[field];
  }
}

/** Text as it counts: SharePoint and forms write line ends each in their own way. */
function words(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
}

function membersOf(value: unknown): unknown[] {
  return Array.isArray(value) ? Array.from(new Set<unknown>(value)) : [];
}

function byText(one: unknown, other: unknown): number {
  return String(one) < String(other) ? -1 : 1;
}

function mergeSet<Texts extends object>(merge: Merge<Texts>, field: keyof Texts, base: Texts, mine: Texts, theirs: Texts): void {
  const [before, ours, other] = [membersOf(base[field]), membersOf(mine[field]), membersOf(theirs[field])];
  const kept = ours.filter((member) => other.includes(member) || !before.includes(member));
  const added = other.filter((member) => !ours.includes(member) && !before.includes(member));
  if (kept.length < ours.length || added.length > 0) {
    merge.texts = { ...merge.texts, [field]: [...kept, ...added] };
    merge.fromTheirs.push(field);
  }
}
