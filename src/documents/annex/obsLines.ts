import type { ObsInMonth } from '../../plan/overview';
import { linesOf, type Line, type Run } from '../model/documentModel';
import type { Text } from '../texts';

/** How every OBS point begins: flag and word, so that it can be told without the colour. */
export function obsMark(text: Text): Run {
  return { text: `⚑ ${text('obs.label')}`, strong: true, tone: 'obs' };
}

/** An OBS point in red: flag, the word, its text. */
export function obsLines({ point }: ObsInMonth, text: Text): Line[] {
  const [first = [], ...rest] = linesOf(point.text, { tone: 'obs' });
  return [[obsMark(text), { text: ' ', tone: 'obs' }, ...first], ...rest];
}

/** An OBS point in the row of its initiative: what it says, who is to look, what is proposed. */
export function obsInRow(obs: ObsInMonth, text: Text): Line[] {
  return [
    ...obsLines(obs, text),
    [{ text: [levelAndType(obs, text), ageOf(obs, text)].join(' · '), tone: 'obs' }],
    ...labelled(text('obs.proposed'), obs.point.proposedAction),
    ...closingLines(obs, text)
  ];
}

/** `Direktion · Beslutning` */
export function levelAndType({ point }: ObsInMonth, text: Text): string {
  const level = text(`obs.level.${point.level}`);
  return point.type ? `${level} · ${text(`obs.type.${point.type}`)}` : level;
}

/** `ny i denne måned`, `3. måned i træk` */
export function ageOf({ age }: ObsInMonth, text: Text): string {
  return age <= 1 ? text('obs.new') : text('obs.age', age);
}

/** Says so of a point that the month closed. */
export function closingLines({ point, open }: ObsInMonth, text: Text): Line[] {
  return open ? [] : labelled(text('obs.state.Closed'), point.closingText, true);
}

/** `Forslag til handling: …`; nothing when there is no text, unless the label itself says something. */
export function labelled(label: string, value: string, always: boolean = false): Line[] {
  const [first, ...rest] = linesOf(value);
  if (!first) {
    return always ? [[{ text: label, strong: true }]] : [];
  }
  return [[{ text: `${label}: `, strong: true }, ...first], ...rest];
}
