import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalSharePointConfiguration } from '../../sharepoint/local/configuration';
import { compiledPath, compileNode } from './compileNode';

/** People of the test tenant. Only the owner has any right until a test gives one. */
export const people = {
  owner: 'ejer@example.invalid',
  member: 'medlem@example.invalid',
  reader: 'laeser@example.invalid',
  stranger: 'fremmed@example.invalid'
} as const;

/** A request as one account; the path is relative to the site, or absolute. */
export type Ask = (path: string, init?: AskInit) => Promise<Answered>;

export interface AskInit {
  method?: string;
  headers?: Record<string, string>;
  /** An object is sent as JSON, text and bytes as they are. */
  body?: unknown;
}

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  bytes: Uint8Array;
  /** The body as JSON, undefined when it is none. */
  json: unknown;
}

export interface TestSharePoint {
  origin: string;
  siteUrl: string;
  /** A caller with a bearer token; asks for nometadata unless it says otherwise. */
  as(login: string): Ask;
  /** Ends the server politely. */
  stop(): Promise<void>;
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>;
}

const defaults: LocalSharePointConfiguration = {
  port: 0,
  accounts: [
    { login: people.owner, title: 'Eksempel Ejer' },
    { login: people.member, title: 'Eksempel Medlem' },
    { login: people.reader, title: 'Eksempel Læser' },
    { login: people.stranger, title: 'Eksempel Fremmed' }
  ],
  sites: [{ url: '/sites/test', title: 'Test', timeZoneId: 3, localeId: 1033, owner: people.owner, pages: [] }],
  defaultLogin: people.owner,
  clockStart: '2025-04-25T08:00:00Z',
  packages: [],
  defaultLanguage: 'en-us'
};

/** Starts the compiled local SharePoint as a process of its own, strict about what it sends. */
export async function startTestSharePoint(options: Partial<LocalSharePointConfiguration> = {}): Promise<TestSharePoint> {
  compileNode();
  const configuration = { ...defaults, ...options };
  const folder = mkdtempSync(join(tmpdir(), 'local-sharepoint-'));
  const file = join(folder, 'configuration.json');
  writeFileSync(file, JSON.stringify(configuration));
  const child = spawn(process.execPath, [compiledPath('sharepoint/local/main'), file], {
    env: { ...process.env, LOCAL_SHAREPOINT_STRICT: '1' }, stdio: ['ignore', 'pipe', 'pipe']
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const ready = /^Ready: (\S+)$/m.exec(output);
      if (ready) {
        resolve(ready[1]);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`The local SharePoint ended: ${output}`)));
  });
  const siteUrl = origin + configuration.sites[0].url;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    origin,
    siteUrl,
    as: (login) => askAs(siteUrl, login),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL')
  };
}

/** A caller with a bearer token on any site. */
export const askAs = (siteUrl: string, login: string): Ask =>
  (path, init) => ask(path.startsWith('http') ? path : `${siteUrl}/${path}`, { Authorization: `Bearer as:${login}` }, init);

async function ask(url: string, identity: Record<string, string>, init: AskInit = {}): Promise<Answered> {
  const body = init.body === undefined || typeof init.body === 'string' || init.body instanceof Uint8Array ? init.body : JSON.stringify(init.body);
  const response = await fetch(url, {
    method: init.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { Accept: 'application/json;odata=nometadata', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...identity, ...init.headers },
    body,
    redirect: 'manual'
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  return { status: response.status, headers: response.headers, text, bytes, json: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
