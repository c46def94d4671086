import { digestUntil, type KnownDigest } from '../../lists/digest';

/** What is used of `_spPageContextInfo`; Microsoft gives it no type. */
interface PageContextInfo {
  formDigestValue?: unknown;
  formDigestTimeoutSeconds?: unknown;
}

/**
 * The digest that SharePoint wrote into the page, as long as it lasts: it spares the first batch or write a request.
 * @returns undefined when the page has none that can be dated; one is asked for then
 */
export function pageDigest(info: PageContextInfo | undefined): KnownDigest | undefined {
  const { formDigestValue: value, formDigestTimeoutSeconds: seconds } = info ?? {};
  if (typeof value !== 'string' || typeof seconds !== 'number') {
    return undefined;
  }
  // `0x…,26 Mar 2025 08:00:00 -0000`: when it was given stands in it.
  const given = Date.parse(value.slice(value.indexOf(',') + 1));
  return Number.isNaN(given) ? undefined : digestUntil(value, given, seconds);
}
