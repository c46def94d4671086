import { diffArrays } from 'diff';

/** A stretch of text in a comparison. */
export interface WordMark {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** A word or a sign, and the space that follows it. */
interface Token {
  word: string;
  space: string;
}

// A word may hold hyphens and apostrophes, a number its points and commas; any other sign stands alone.
const tokenPattern = /([\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*|[^\s])(\s*)/gu;

/** What changed between two texts, word by word, in reading order: removed words before those that came instead. */
export function markWords(before: string, after: string): WordMark[] {
  const [old, next] = [tokensOf(before), tokensOf(after)];
  const marks: WordMark[] = [];
  const push = (kind: WordMark['kind'], tokens: Token[]): void => {
    const text = textOf(tokens);
    if (text !== '') {
      marks.push({ kind, text });
    }
  };
  for (const step of stepsBetween(old, next)) {
    push('removed', old.slice(step.from, step.from + step.removed));
    push('added', next.slice(step.to, step.to + step.added));
    push('same', next.slice(step.to + step.added, step.to + step.added + step.kept));
  }
  return marks;
}

/**
 * A suggestion that holds what both wrote: every word that either added stands, a word that either took away is gone.
 * Where both wrote in one place, mine comes first. It is read and put right by a person before it is saved.
 */
export function combineTexts(base: string, mine: string, theirs: string): string {
  const [before, ours, other] = [tokensOf(base), tokensOf(mine), tokensOf(theirs)];
  const [myEdits, theirEdits] = [editsOf(before, ours), editsOf(before, other)];
  const combined: Token[] = [];
  for (let place = 0; place <= before.length; place++) {
    const [added, alsoAdded] = [myEdits.added[place] ?? [], theirEdits.added[place] ?? []];
    combined.push(...added);
    if (textOf(added).trim() !== textOf(alsoAdded).trim()) {
      combined.push(...alsoAdded);
    }
    if (place < before.length && !myEdits.removed.has(place) && !theirEdits.removed.has(place)) {
      combined.push(before[place]);
    }
  }
  return textOf(combined.map((token, index) => (token.space === '' && needsSpace(token, combined[index + 1], before, ours, other) ? { ...token, space: ' ' } : token))).trim();
}

function tokensOf(text: string): Token[] {
  return Array.from(text.replace(/\r\n?/g, '\n').trimStart().matchAll(tokenPattern), ([, word, space]) => ({ word, space }));
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ word, space }) => word + space).join('');
}

/** A place where two texts part: so many words removed and added, then so many that both have. */
interface Step {
  from: number;
  to: number;
  removed: number;
  added: number;
  kept: number;
}

function stepsBetween(old: readonly Token[], next: readonly Token[]): Step[] {
  const steps: Step[] = [];
  let step: Step = { from: 0, to: 0, removed: 0, added: 0, kept: 0 };
  for (const part of diffArrays(old.map(({ word }) => word), next.map(({ word }) => word))) {
    if (!part.added && !part.removed) {
      step.kept = part.value.length;
      steps.push(step);
      step = { from: step.from + step.removed + step.kept, to: step.to + step.added + step.kept, removed: 0, added: 0, kept: 0 };
    } else {
      step[part.added ? 'added' : 'removed'] += part.value.length;
    }
  }
  return [...steps, step];
}

/** What one person did to a text: words put in before each place, and places whose word was taken away. */
function editsOf(base: readonly Token[], written: readonly Token[]): { added: Token[][]; removed: Set<number> } {
  const added: Token[][] = [];
  const removed = new Set<number>();
  for (const step of stepsBetween(base, written)) {
    added[step.from] = written.slice(step.to, step.to + step.added);
    for (let place = step.from; place < step.from + step.removed; place++) {
      removed.add(place);
    }
  }
  return { added, removed };
}

/** Two words that stood apart must not run together; signs keep standing at their word, and whatever somebody wrote together stays so. */
function needsSpace(token: Token, next: Token | undefined, ...texts: (readonly Token[])[]): boolean {
  return next !== undefined && !/^[.,;:!?)\]»”]/.test(next.word) && !texts.some((tokens) => tokens.some((each, index) => each.space === '' && each.word === token.word && tokens[index + 1]?.word === next.word));
}
