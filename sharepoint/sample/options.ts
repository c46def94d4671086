import * as path from 'node:path';

/** What `npm start -- …` and the environment ask for. */
export interface StartOptions {
  /** TCP port on 127.0.0.1; 0 picks a free one. */
  port: number;
  /** Path of the file that keeps the state between starts. */
  stateFile: string;
  /** Forget the state and begin afresh. */
  reset: boolean;
  /** Without the sample: a site as the setup meets it. */
  empty: boolean;
  /** Path of the file that says what goes wrong; undefined is nothing. */
  faultsFile?: string;
  /** Paths of other people's packages, installed beside ours. */
  packages: string[];
}

const known = 'There are --reset (start afresh), --empty (a site without the sample), --state <file>, --faults <file> and --package <file.sppkg>.';

/** The two kinds of site keep a file each, so that one never shows the other's rows. */
function defaultStateFile(empty: boolean): string {
  return path.join('.local-sharepoint', empty ? 'empty.sqlite' : 'state.sqlite');
}

/**
 * Reads the command line and the environment.
 * @throws Error in words for the one who typed it
 */
export function readOptions(words: readonly string[], environment: Record<string, string | undefined>): StartOptions {
  const flags = new Set<string>();
  let stateFile: string | undefined;
  let faultsFile: string | undefined;
  const packages: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === '--reset' || word === '--empty') {
      flags.add(word);
    } else if (word === '--state' && words[index + 1]) {
      stateFile = words[++index];
    } else if (word === '--faults' && words[index + 1]) {
      faultsFile = words[++index];
    } else if (word === '--package' && words[index + 1]) {
      packages.push(path.resolve(words[++index]));
    } else {
      throw new Error(`Unknown option "${word}". ${known}`);
    }
  }
  const empty = flags.has('--empty');
  return {
    port: readPort(environment.PORT),
    stateFile: path.resolve(stateFile ?? defaultStateFile(empty)),
    reset: flags.has('--reset'),
    empty,
    faultsFile: faultsFile && path.resolve(faultsFile),
    packages
  };
}

function readPort(text: string | undefined): number {
  const port = Number(text || '4321');
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT must be a number from 0 to 65535; it is "${text}".`);
  }
  return port;
}
