import type { LocalSite } from '../configuration';
import type { Asked, Caller, RestSide } from '../host';

/** What REST refused, in its own words. */
export class Refused extends Error {
  public constructor(public readonly status: number, message: string) {
    super(message);
  }
}

/** REST as the person who looks at the page. Every call throws {@link Refused} where SharePoint does not answer 200. */
export interface Asking {
  get<Answer>(path: string): Answer;
  rows<Row>(path: string): Row[];
  /** A POST that only reads. */
  query<Answer>(path: string, body: unknown): Answer;
  /** @param digest the form's own, as the browser sent it */
  post<Answer>(path: string, digest: string, body?: unknown): Answer;
}

/** @param pageDigest the one that the page itself was given */
export function askingAs(rest: RestSide, site: LocalSite, caller: Caller, pageDigest: string): Asking {
  const ask = <Answer>(asked: Asked): Answer => {
    const { status, json } = rest.ask(asked, site, caller);
    if (status >= 300) {
      const problem = json as { 'odata.error': { message: { value: string } } };
      throw new Refused(status, problem['odata.error'].message.value);
    }
    return json as Answer;
  };
  return {
    get: (path) => ask({ path }),
    rows: <Row>(path: string) => ask<{ value: Row[] }>({ path }).value,
    query: (path, body) => ask({ method: 'POST', path, body, digest: pageDigest }),
    post: (path, digest, body) => ask({ method: 'POST', path, body, digest })
  };
}

/** A text as it stands in the path of a request. */
export const literal = (text: string): string => `'${encodeURIComponent(text.replace(/'/g, '\'\''))}'`;
