import { spawn, type ChildProcess } from 'node:child_process';

/** The product as `npm start` runs it, in a process of its own. */
export interface Product {
  /** Address of the page with the plan. */
  pageUrl: string;
  /** Address of the site. */
  siteUrl: string;
  stop(): Promise<void>;
}

/** Building the package, where nothing has built it yet, is most of it. */
const startTimeout = 300000;

/**
 * Starts the product on a free port with a state of its own.
 * @param stateFile where the state is kept, relative to the project
 * @param words further options of `npm start`
 */
export function startProduct(stateFile: string, ...words: string[]): Promise<Product> {
  const child = spawn('npm', ['start', '--silent', '--', '--reset', '--state', stateFile, ...words], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that stopping npm also stops what npm started.
    detached: true
  });
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => {
      void stop(child);
      reject(new Error(`The product did not get ready:\n${said}`));
    }, startTimeout);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const pageUrl = /^Ready: (\S+)$/m.exec(said)?.[1];
      if (pageUrl) {
        clearTimeout(timer);
        resolve({ pageUrl, siteUrl: pageUrl.replace(/\/SitePages\/.*$/, ''), stop: () => stop(child) });
      }
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The product ended with ${code}:\n${said}`));
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
    process.kill(-child.pid, 'SIGTERM');
  });
}
