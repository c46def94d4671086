import type { Progress } from '../../plan/statusReport';

/** What colour says besides the words; the words stand without it. Red is `obs` and nothing else. */
export type Tone = 'obs' | 'quiet' | Progress;

/** The tones on white paper, RRGGBB; each has a contrast of at least 4.5:1. */
export const toneColours: Readonly<Record<Tone, string>> = {
  obs: 'C00000', quiet: '605E5C', NotStarted: '605E5C', OnTrack: '107C10', Attention: '8A5A00', OffTrack: '5C2E91', Paused: '605E5C', Completed: '005A9E'
};

/** Text in one style. */
export interface Run {
  text: string;
  strong?: boolean;
  tone?: Tone;
}

/** A paragraph: runs one after another. */
export type Line = Run[];

export interface Heading {
  kind: 'heading';
  level: 1 | 2;
  text: string;
  tone?: 'obs';
}

export interface Paragraph {
  kind: 'paragraph';
  line: Line;
}

export interface List {
  kind: 'list';
  items: Line[];
}

/** A table with a header row; the first cell of a row is its header. A cell is a list of lines. */
export interface Table {
  kind: 'table';
  /** What the table holds, for those who cannot see where it stands. */
  caption: string;
  columns: { title: string; /** Share of the width, in any unit. */ share: number }[];
  rows: Line[][][];
}

export type Block = Heading | Paragraph | List | Table;

/** A document before it is Word, HTML, plain text or a page of React. */
export interface DocumentModel {
  title: string;
  /** BCP 47, `da-DK`. */
  language: string;
  landscape: boolean;
  /** Stands at the foot of every page of paper; `{0}` is the page, `{1}` the number of pages. */
  pageText: string;
  blocks: Block[];
}

export function heading(level: 1 | 2, text: string, tone?: 'obs'): Heading {
  return { kind: 'heading', level, text, tone };
}

export function paragraph(...line: Line): Paragraph {
  return { kind: 'paragraph', line };
}

/** A text that people wrote: each of its lines is a line of its own, empty ones fall away. */
export function linesOf(text: string, style: Omit<Run, 'text'> = {}): Line[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.trim()).filter(Boolean).map((line) => [{ text: line, ...style }]);
}

/** A text that people wrote as paragraphs, one each line. */
export function paragraphs(text: string): Paragraph[] {
  return linesOf(text).map((line) => paragraph(...line));
}
