/** A title as the board paper writes it, taken apart. `original` is what is printed. */
export interface TitleText {
  original: string;
  title: string;
  /** `R307`; not a key: the same code stands on several rows. */
  code?: string;
  /** Letters of the marks, in the order written: `['I', 'B']`. Unknown ones are kept. */
  marks: string[];
}

const codeAndMarks = /^(.*?)(?:\s+(R\d{3})\s*((?:\([A-ZÆØÅ]\))*))?$/;

/** Reads title, code and marks from a line such as `Skriftlige fremstillinger R101 (I)(B)`. */
export function readTitleText(text: string): TitleText {
  const original = text.replace(/\s+/g, ' ').trim();
  const match = codeAndMarks.exec(original);
  const marks = match?.[3] ? Array.from(match[3].matchAll(/\((.)\)/g), (mark) => mark[1]) : [];
  return { original, title: match ? match[1] : original, code: match?.[2], marks };
}
