import { spawn, type ChildProcess } from 'node:child_process';

/** The product as `npm start` runs it, in a process of its own. */
export interface Product {
  /** Address of the page with the plan. */
  pageUrl: string;
  /** Address of the site. */
  siteUrl: string;
  stop(): Promise<void>;
}

/** `npm start`, on its way. */
export interface Start {
  /** Resolves when it has said something that fits. Rejects with all it said when it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves to the exit code and all it said when it has ended by itself. */
  ends(): Promise<{ code: number | null; said: string }>;
  /** Ends it with all that it started, at once. */
  kills(signal: NodeJS.Signals): Promise<void>;
}

/** Building the package, where nothing has built it yet, is most of it. */
const patience = 300000;

/**
 * Starts the product on a free port with a new state of its own.
 * @param stateFile where the state is kept, relative to the project
 * @param words further options of `npm start`
 */
export function startProduct(stateFile: string, ...words: string[]): Promise<Product> {
  return readyProduct(npmStart(['--reset', '--state', stateFile, ...words]));
}

/** The product once it can be opened. */
export async function readyProduct(start: Start): Promise<Product> {
  const [, pageUrl] = await start.says(/^Ready: (\S+)$/m);
  return { pageUrl, siteUrl: pageUrl.replace(/\/SitePages\/.*$/, ''), stop: () => start.kills('SIGTERM') };
}

/** @param port 0 is a free one */
export function npmStart(words: readonly string[], port: number = 0): Start {
  const child = spawn('npm', ['start', '--silent', '--', ...words], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that ending npm also ends what npm started.
    detached: true
  });
  let said = '';
  const listeners = new Set<() => void>();
  const listen = (chunk: Buffer): void => {
    said += chunk.toString();
    listeners.forEach((listener) => listener());
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => child.once('close', (code) => resolve({ code, said })));
  return {
    ends: () => ended,
    kills: async (signal) => {
      kill(child, signal);
      await ended;
    },
    says: (pattern) => new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        kill(child, 'SIGKILL');
        reject(new Error(`It did not say ${pattern}:\n${said}`));
      }, patience);
      const look = (): void => {
        const found = pattern.exec(said);
        if (found) {
          clearTimeout(timer);
          listeners.delete(look);
          resolve(found);
        }
      };
      listeners.add(look);
      look();
      ended.then(({ code }) => {
        clearTimeout(timer);
        reject(new Error(`It ended with ${code}:\n${said}`));
      }, reject);
    })
  };
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    process.kill(-child.pid, signal);
  }
}
