import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../dispatch/answer';

/** The whole body of a request. */
export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** Sends an answer with the headers that SharePoint adds to each. */
export function sendAnswer(response: ServerResponse, answer: Answer, withoutBody: boolean): void {
  const id = randomUUID();
  const bytes = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    'Cache-Control': 'private, max-age=0',
    'Content-Type': answer.contentType,
    ...(answer.status === 204 ? {} : { 'Content-Length': bytes.length }),
    SPRequestGuid: id,
    'request-id': id,
    SPClientServiceRequestDuration: '1',
    'X-SharePointHealthScore': '0',
    'X-SP-SERVERSTATE': 'ReadOnly=0',
    ...('OData-Version' in answer.headers ? {} : { DATASERVICEVERSION: '3.0' }),
    MicrosoftSharePointTeamServices: '16.0.0.26121',
    ...answer.headers
  });
  response.end(withoutBody || answer.status === 204 ? undefined : bytes);
}
