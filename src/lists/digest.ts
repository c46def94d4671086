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

/** PnPjs keeps digests for the whole page and cannot be told that one was refused; so this is done here. */
export function createDigest(siteUrl: string, ask: (url: string, init: RequestInit) => Promise<Response>): Digest {
  let known: { value: string; until: number } | undefined;
  const read = async (): Promise<string> => {
    const response = await ask(`${siteUrl}/_api/contextinfo`, { method: 'POST', credentials: 'include', headers: { Accept: 'application/json;odata=nometadata' } });
    if (!response.ok) {
      throw new PlanError(response.status === 429 || response.status === 503 ? { kind: 'throttled', seconds: Number(response.headers.get('Retry-After')) || 30 } : { kind: 'signedOut' });
    }
    const { FormDigestValue, FormDigestTimeoutSeconds } = (await response.json()) as ContextInformation;
    known = { value: FormDigestValue, until: Date.now() + (FormDigestTimeoutSeconds - marginSeconds) * 1000 };
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
