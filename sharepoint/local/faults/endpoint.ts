import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../rest/http/transport';
import type { Faults } from './faults';
import { BadFaultPlan } from './rules';

export const faultsPath = '/__faults';

/** `GET`, `PUT` and `DELETE` of the rules; each answers the rules that are then in force, and how they have gone. */
export async function answerFaults(faults: Faults, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (request.method === 'PUT') {
      faults.set(parse((await readBody(request)).toString('utf8')));
    } else if (request.method === 'DELETE') {
      faults.clear();
    } else if (request.method !== 'GET') {
      send(response, 405, { error: 'Faults are set with PUT, read with GET and taken away with DELETE.' });
      return;
    }
    send(response, 200, faults.report());
  } catch (problem) {
    if (!(problem instanceof BadFaultPlan)) {
      throw problem;
    }
    send(response, 400, { error: problem.message });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadFaultPlan('Faults must be sent as JSON.');
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json;charset=utf-8' }).end(JSON.stringify(body));
}
