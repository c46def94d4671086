'use strict';
/**
 * `npm test`: every check, each of which also runs alone (`npm run lint` …). Those of one stage run at the same time, the
 * stages in turn. All of them run, also after a failure, except those that need what failed. The last line counts the tests.
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const results = path.join(__dirname, '..', 'temp', 'results');
// Lint and types each keep one core busy. The package cleans what types writes, and tests take all cores there are.
const stages = [
  [{ name: 'lint' }, { name: 'types' }],
  [{ name: 'package' }],
  [{ name: 'unit', jest: true }],
  [{ name: 'e2e', jest: true, needs: ['package'] }]
];

/** Runs an npm script and tells how many tests passed and failed; a step that is no test run counts for one when it fails. */
async function run({ name, jest }, alone) {
  const report = path.join(results, `${name}.json`);
  const reporting = jest ? ['--', '--json', `--outputFile=${report}`] : [];
  const began = Date.now();
  const child = spawn('npm', ['run', '--silent', name, ...reporting], { stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'], shell: process.platform === 'win32' });
  // What runs beside another says its words at its end, so that they stand together.
  let said = '';
  [child.stdout, child.stderr].forEach((stream) => stream?.on('data', (chunk) => { said += chunk; }));
  const status = await new Promise((resolve) => child.once('close', resolve));
  if (!alone) {
    process.stdout.write(`\n=== ${name}\n${said}`);
  }
  const { numPassedTests = 0, numFailedTests = 0 } = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : {};
  // A suite that does not even load fails the run without a failed test in it.
  return { name, ok: status === 0, passed: numPassedTests, failed: Math.max(numFailedTests, status === 0 ? 0 : 1), note: `${Math.round((Date.now() - began) / 1000)} s` };
}

async function runAll() {
  fs.rmSync(results, { recursive: true, force: true });
  fs.mkdirSync(results, { recursive: true });
  const done = [];
  for (const stage of stages) {
    const started = stage.map((step) => {
      const missing = (step.needs ?? []).filter((name) => !done.find((earlier) => earlier.name === name)?.ok);
      if (missing.length > 0) {
        return { name: step.name, ok: false, passed: 0, failed: 1, note: `not run: ${missing.join(', ')} failed` };
      }
      if (stage.length === 1) {
        process.stdout.write(`\n=== ${step.name}\n`);
      }
      return run(step, stage.length === 1);
    });
    done.push(...await Promise.all(started));
  }
  const total = (count) => done.reduce((sum, step) => sum + step[count], 0);
  const closing = `${total('passed')} passed, ${total('failed')} failed`;
  process.stdout.write(`\n${done.map((step) => `${step.ok ? 'ok    ' : 'FAILED'} ${step.name} (${step.note})`).join('\n')}\n${closing}\n`);
  // The package's clean takes the folder away.
  fs.mkdirSync(results, { recursive: true });
  fs.writeFileSync(path.join(results, 'closing.txt'), `${closing}\n`);
  process.exitCode = done.every((step) => step.ok) ? 0 : 1;
}

runAll().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
