import type { Answered, Ask } from '../../support/localSharePoint';

/** A request of a batch; writes stand in one change set of their own, as @pnp/sp puts them. */
export interface PartRequest {
  method: string;
  /** Absolute. */
  url: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Sends requests as one `$batch`. */
export function sendBatch(ask: Ask, parts: readonly PartRequest[]): Promise<Answered> {
  const body = `--batch_b\nContent-Type: multipart/mixed; boundary="changeset_c"\n\n${parts.map(textOf).join('')}--changeset_c--\n\n--batch_b--\n`;
  return ask('_api/$batch', { method: 'POST', body, headers: { 'Content-Type': 'multipart/mixed; boundary=batch_b' } });
}

function textOf({ method, url, headers = {}, body }: PartRequest): string {
  const lines = Object.entries({ Accept: 'application/json;odata=nometadata', 'Content-Type': 'application/json', ...headers }).map(([name, value]) => `${name}: ${value}`);
  return ['--changeset_c', 'Content-Type: application/http', 'Content-Transfer-Encoding: binary', '', `${method} ${url} HTTP/1.1`, ...lines, '', body === undefined ? '' : `${JSON.stringify(body)}\n`].join('\n');
}

/** The statuses of a batch's answer, in order. */
export const statusesOf = (answer: Answered): number[] => Array.from(answer.text.matchAll(/HTTP\/1\.1 (\d+)/g), ([, status]) => Number(status));

/** A part of a batch's answer. */
export interface PartAnswer { status: string; headers: string[]; body: string }

/** The parts of an answer, recorded or ours; numbers in headers are left out, as is the host. */
export const partsOf = (text: string): PartAnswer[] => text.split(/--batchresponse_[^\s-]+(?:-[^\s-]+)*/).slice(1).filter((part) => part.includes('HTTP/1.1')).map((part) => {
  const [, , ...rest] = part.replace(/\r\n/g, '\n').trim().split(/\n/);
  const [status, ...lines] = rest.join('\n').trim().split('\n');
  const end = lines.indexOf('');
  const headers = (end < 0 ? lines : lines.slice(0, end)).map((line) => line.replace(/https?:\/\/.*?\/_api/, '_api').replace(/(?<=[("])\d+(?=[)"])/g, 'n'));
  return { status, headers, body: end < 0 ? '' : lines.slice(end + 1).join('\n').trim() };
});
