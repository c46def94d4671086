import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { LocalSharePointConfiguration } from '../../../sharepoint/local/configuration';
import { compiledPath, compileNode } from '../../support/compileNode';

/** Starts the server with its page side, as the sample does, in a process of its own; `main.js` has REST only. */
export async function startWithPages(configuration: LocalSharePointConfiguration): Promise<{ origin: string; end: () => Promise<unknown> }> {
  compileNode();
  const script = `const [server, pages, configuration] = process.argv.slice(1);
    require(server).startLocalSharePoint(JSON.parse(configuration), require(pages).createPages).then(({ origin }) => process.stdout.write(origin));`;
  const child = spawn(process.execPath, [
    '-e', script, compiledPath('sharepoint/local/server'), compiledPath('sharepoint/local/page/pages'), JSON.stringify(configuration)
  ], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const said = await Promise.race([once(child.stdout, 'data'), ended.then(() => undefined)]);
  if (!said) {
    throw new Error('The local SharePoint ended before it could be asked.');
  }
  return {
    origin: String(said[0]),
    end: () => {
      child.kill();
      return ended;
    }
  };
}
