import * as strings from 'UdmoentningsplanStrings';

/** A key of the loc files. */
export type TextKey = keyof IUdmoentningsplanStrings;

/** A text in the page's language; `{0}`, `{1}` … are filled with the values in order. */
export function text(key: TextKey, ...values: (string | number)[]): string {
  return strings[key].replace(/\{(\d)\}/g, (_match, index: string) => String(values[Number(index)] ?? ''));
}

/** The locale that dates and order follow: that of the texts, so that a page never mixes two. */
export function locale(): string {
  return strings['app.locale'];
}
