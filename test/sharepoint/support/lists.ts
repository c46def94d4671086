import type { Answered, Ask } from '../../support/localSharePoint';

/** JSON of an answer as an object; tests say which keys they read. */
export type Json = Record<string, unknown>;

export const jsonOf = (answer: Answered): Json => {
  if (typeof answer.json !== 'object' || answer.json === null) {
    throw new Error(`No JSON object: ${answer.status} ${answer.text}`);
  }
  return answer.json as Json;
};

/** The rows of a collection in nometadata or minimalmetadata. */
export const rowsOf = (answer: Answered): Json[] => jsonOf(answer).value as Json[];

/** Code and text of an error, for comparing with the contract. */
export function errorOf(answer: Answered): { status: number; code: string; text: string } {
  const error = (jsonOf(answer)['odata.error'] ?? jsonOf(answer).error) as { code: string; message: { value: string } };
  return { status: answer.status, code: error.code, text: error.message.value };
}

/** Makes a list and its columns, given as XML; returns its address for `_api`. */
export async function makeList(ask: Ask, title: string, fields: string[] = [], settings: Json = {}): Promise<string> {
  expectStatus(await ask('_api/web/lists', { body: { Title: title, BaseTemplate: 100, ...settings } }), 201);
  const address = `_api/web/lists/getbytitle('${title}')`;
  for (const SchemaXml of fields) {
    expectStatus(await ask(`${address}/fields/createfieldasxml`, { body: { parameters: { SchemaXml, Options: 8 } } }), 200);
  }
  return address;
}

export async function addItem(ask: Ask, list: string, body: Json): Promise<Json> {
  return jsonOf(expectStatus(await ask(`${list}/items`, { body }), 201));
}

/** MERGE or DELETE with an ETag. */
export const write = (ask: Ask, path: string, verb: 'MERGE' | 'DELETE', eTag: string, body?: Json): Promise<Answered> =>
  ask(path, { method: 'POST', headers: { 'X-HTTP-Method': verb, 'IF-MATCH': eTag }, body });

/** Fails with the answer's own words. */
export function expectStatus(answer: Answered, status: number): Answered {
  if (answer.status !== status) {
    throw new Error(`Expected ${status}, got ${answer.status}: ${answer.text}`);
  }
  return answer;
}
