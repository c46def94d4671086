import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { projectRoot } from '../../sharepoint/local/projectRoot';

interface UnpackedChromium {
  executablePath: string;
  libraries: string;
  fonts: string;
}

/** Nothing that Chromium does by itself may ask the network. */
const quiet = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'
];

/**
 * A headless browser: on Linux x64 the one that npm brings, which runs on a machine without one; elsewhere Edge,
 * which every Windows has.
 */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform !== 'linux') {
    return chromium.launch({ channel: 'msedge', args: quiet });
  }
  const unpacked = JSON.parse(execFileSync(process.execPath, [path.join(projectRoot(), 'test/support/unpackChromium.mjs')], { encoding: 'utf8' })) as UnpackedChromium;
  return chromium.launch({
    executablePath: unpacked.executablePath, args: quiet,
    env: {
      ...process.env as Record<string, string>, FONTCONFIG_PATH: unpacked.fonts,
      LD_LIBRARY_PATH: [unpacked.libraries, process.env.LD_LIBRARY_PATH ?? ''].filter((each) => each !== '').join(':')
    }
  });
}
