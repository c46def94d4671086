import { STATUS_CODES } from 'node:http';
import type { Answer } from '../dispatch/answer';

/** The answer to a `$batch`: flat parts with CRLF, in the order of the requests, change sets or not. */
export function writeBatch(answers: readonly Answer[], id: string): string {
  const lines: string[] = [];
  for (const answer of answers) {
    lines.push(
      `--batchresponse_${id}`, 'Content-Type: application/http', 'Content-Transfer-Encoding: binary', '',
      `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}`, `CONTENT-TYPE: ${answer.contentType}`
    );
    for (const [name, value] of Object.entries(answer.headers)) {
      lines.push(`${name.toUpperCase()}: ${value}`);
    }
    lines.push('', typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body).toString('utf8'));
  }
  lines.push(`--batchresponse_${id}--`, '');
  return lines.join('\r\n');
}
