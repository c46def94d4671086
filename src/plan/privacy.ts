/** Ten digits that begin with a day and a month, with or without a hyphen; days from 61 are replacement numbers. */
const cprShape = /(?<!\d)(\d{2})(\d{2})\d{2}[-– ]?\d{4}(?!\d)/g;

/**
 * True when a text holds something shaped like a Danish civil registration number (CPR). The check digit is not
 * asked: numbers given since 2007 need not have one.
 */
export function looksLikeCpr(text: string): boolean {
  return Array.from(text.matchAll(cprShape)).some(([, day, month]) => isDay(Number(day)) && Number(month) >= 1 && Number(month) <= 12);
}

function isDay(day: number): boolean {
  return (day >= 1 && day <= 31) || (day >= 61 && day <= 91);
}

/** Danish words for people, also at the end of a compound such as `skoleelever`. */
const danishPeople = [
  'person(?:er)?', 'borgere?', 'børn', 'barn', 'unge?', 'elev(?:er)?', 'ansatte?', 'medarbejdere?', 'familier?', 'patient(?:er)?', 'beboere?', 'ledige?', 'sygemeldte?', 'flygtninge?',
  'anbragte?', 'klient(?:er)?', 'pårørende', 'ældre', 'kvinder?', 'mænd', 'mand', 'piger?', 'drenge?', 'lærere?', 'ledere?'
].join('|');
const englishPeople = 'people|persons?|citizens?|child(?:ren)?|pupils?|students?|employees?|famil(?:y|ies)|residents?|wom[ae]n|m[ae]n|girls?|boys?';
// "en borger" and "one citizen" are how one speaks of anybody; with the accent, Danish counts.
const few = '[1-4]|én|ét|to|tre|fire|two|three|four';
/** One word may stand between, such as `3 anbragte børn`, unless it is what was counted: `2 år ældre`. */
const between = '(?:(?!år|måned|uge|dag|time|kr|mio|pct|procent|year|month|week|day|hour)\\p{L}+\\s+)?';
const fewPeople = new RegExp(`(?<![\\p{L}\\d.,/-])(?:${few})\\s+${between}(?:\\p{L}*(?:${danishPeople})|(?:${englishPeople}))(?!\\p{L})`, 'iu');

/**
 * True when a text counts fewer than five people: `3 borgere`, `to unge`. Such numbers may be recognised by those who know
 * the place. A hint for the writer, never a refusal.
 */
export function countsFewPeople(text: string): boolean {
  return fewPeople.test(text);
}
