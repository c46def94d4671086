import { PlanError } from '../plan/problem';

/** The page's form digest: SharePoint takes a write from a browser only with a fresh one. */
export interface Digest {
  /** Signs a request; one that carries a token of its own needs no digest. */
  sign(init: RequestInit): Promise<RequestInit>;
  /** It was refused: the next write asks for a new one. */
  forget(): void;
}

interface ContextInformation {
  FormDigestValue: string;
  FormDigestTimeoutSeconds: number;
}

/** Renewed this long before it ends: the server's clock is not ours. */
const marginSeconds = 60;

/** A digest, and when it is no longer to be used (ms since 1970). */
export interface KnownDigest {
  value: string;
  until: number;
}

/** @param given when SharePoint gave it, in ms since 1970 */
export function digestUntil(value: string, given: number, seconds: number): KnownDigest {
  return { value, until: given + (seconds - marginSeconds) * 1000 };
}

/**
 * PnPjs keeps digests for the whole page and cannot be told that one was refused; so this is done here.
 * @param brought what SharePoint wrote into the page
 */
export function createDigest(siteUrl: string, ask: (url: string, init: RequestInit) => Promise<Response>, brought?: KnownDigest): Digest {
  let known = brought;
  const read = async (): Promise<string> => {
    const response = await ask(`${siteUrl}/_api/contextinfo`, { method: 'POST', credentials: 'include', headers: { Accept: 'application/json;odata=nometadata' } });
    if (!response.ok) {
      throw new PlanError(response.status === 429 || response.status === 503 ? { kind: 'throttled', seconds: Number(response.headers.get('Retry-After')) || 30 } : { kind: 'signedOut' });
    }
    const { FormDigestValue, FormDigestTimeoutSeconds } = (await response.json()) as ContextInformation;
    known = digestUntil(FormDigestValue, Date.now(), FormDigestTimeoutSeconds);
    return FormDigestValue;
  };
  return {
    forget: () => { known = undefined; },
    sign: async (init) => {
      const headers = new Headers(init.headers);
      if (!headers.has('Authorization')) {
        headers.set('X-RequestDigest', known && known.until > Date.now() ? known.value : await read());
      }
      return { ...init, headers };
    }
  };
}
