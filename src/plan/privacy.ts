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
