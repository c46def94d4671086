/** A row as SharePoint answers a write of it. */
export interface WrittenRow {
  id: number;
  etag: string;
}

/** SharePoint's REST interface as one account sees it at one time. Every call rejects with what SharePoint said. */
export interface RestClient {
  get<Answer>(path: string): Promise<Answer>;
  /** POSTs a body, or nothing, and answers what came back. */
  post<Answer>(path: string, body?: unknown): Promise<Answer>;
  /** @param list server-relative address of the list */
  create(list: string, values: Record<string, unknown>): Promise<WrittenRow>;
  /** Changes an item that must still be as `row` has it. */
  change(list: string, row: WrittenRow, values: Record<string, unknown>): Promise<WrittenRow>;
  /** `fetch` with this account's headers. */
  fetch: typeof fetch;
}

/**
 * @param siteUrl absolute address of the site
 * @param login the account that asks; the local SharePoint takes it from the bearer token
 * @param at the local SharePoint dates what is written by it (ISO 8601); undefined is its own clock
 */
export function restClient(siteUrl: string, login: string, at?: string): RestClient {
  const accept = 'application/json;odata=nometadata';
  const fetchAs: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Authorization', `Bearer as:${login}`);
    if (at) {
      headers.set('X-Local-Date', at);
    }
    return fetch(input, { ...init, headers });
  };
  const send = async (method: 'GET' | 'POST', path: string, body?: unknown, extra?: Record<string, string>): Promise<Response> => {
    const response = await fetchAs(`${siteUrl}/_api/${path}`, {
      method,
      headers: { Accept: accept, 'Content-Type': accept, ...extra },
      body: body === undefined ? undefined : JSON.stringify(body)
    });
    if (!response.ok) {
      throw new Error(`${method} ${path} as ${login}: ${response.status} ${await response.text()}`);
    }
    return response;
  };
  const rowOf = (response: Response, id: number): WrittenRow => {
    const etag = response.headers.get('ETag');
    if (!etag) {
      throw new Error(`SharePoint gave no ETag for row ${id}`);
    }
    return { id, etag };
  };
  return {
    fetch: fetchAs,
    get: async (path) => (await send('GET', path)).json(),
    post: async (path, body) => {
      const text = await (await send('POST', path, body)).text();
      return text ? JSON.parse(text) : undefined;
    },
    create: async (list, values) => {
      const response = await send('POST', `web/GetList('${list}')/items`, values);
      const { Id } = await response.json() as { Id: number };
      return rowOf(response, Id);
    },
    change: async (list, row, values) => {
      const path = `web/GetList('${list}')/items(${row.id})`;
      return rowOf(await send('POST', path, values, { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': row.etag }), row.id);
    }
  };
}
