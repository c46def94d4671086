import { createHmac, timingSafeEqual } from 'node:crypto';

export const digestSeconds = 1800;

/** Form digests: the proof a browser sends with each write that it was SharePoint that served the page. */
export interface Digests {
  issue(login: string, now: number): string;
  isValid(digest: string | undefined, login: string, now: number): boolean;
}

export function createDigests(secret: string): Digests {
  const signature = (login: string, stamp: string): string =>
    `0x${createHmac('sha512', secret).update(`${login}|${stamp}`).digest('hex').toUpperCase()}`;
  return {
    issue: (login, now) => {
      const stamp = digestDate(now);
      return `${signature(login, stamp)},${stamp}`;
    },
    isValid: (digest, login, now) => {
      const comma = digest?.indexOf(',') ?? -1;
      if (digest === undefined || comma < 0) {
        return false;
      }
      const stamp = digest.slice(comma + 1);
      const given = Buffer.from(digest.slice(0, comma));
      const expected = Buffer.from(signature(login, stamp));
      const age = now - Date.parse(stamp);
      // The stamp has whole seconds, so a digest may look up to a second older than it is.
      return given.length === expected.length && timingSafeEqual(given, expected) && age >= 0 && age < digestSeconds * 1000;
    }
  };
}

/** `26 Mar 2025 08:00:00 -0000`, the form SharePoint uses in a digest. */
function digestDate(now: number): string {
  const [, day, month, year, time] = new Date(now).toUTCString().split(/[ ]/);
  return `${day} ${month} ${year} ${time} -0000`;
}
