'use strict';
/**
 * `npm test`: every check in turn, each of which also runs alone (`npm run lint` …). All of them run, also after
 * a failure, except those that need what failed. The last line counts the tests.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const results = path.join(__dirname, '..', 'temp', 'results');
const steps = [
  { name: 'lint' },
  { name: 'types' },
  { name: 'unit', jest: true },
  { name: 'package' },
  { name: 'e2e', jest: true, needs: ['package'] }
];

/** Runs an npm script and tells how many tests passed and failed; a step that is no test run counts for one when it fails. */
function run({ name, jest }) {
  const report = path.join(results, `${name}.json`);
  const reporting = jest ? ['--', '--json', `--outputFile=${report}`] : [];
  const { status } = spawnSync('npm', ['run', '--silent', name, ...reporting], { stdio: 'inherit', shell: process.platform === 'win32' });
  const { numPassedTests = 0, numFailedTests = 0 } = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : {};
  // A suite that does not even load fails the run without a failed test in it.
  return { ok: status === 0, passed: numPassedTests, failed: Math.max(numFailedTests, status === 0 ? 0 : 1) };
}

fs.rmSync(results, { recursive: true, force: true });
fs.mkdirSync(results, { recursive: true });
const done = [];
for (const step of steps) {
  const missing = (step.needs ?? []).filter((name) => !done.find((earlier) => earlier.name === name)?.ok);
  if (missing.length > 0) {
    done.push({ name: step.name, ok: false, passed: 0, failed: 1, note: `not run: ${missing.join(', ')} failed` });
    continue;
  }
  process.stdout.write(`\n=== ${step.name}\n`);
  const began = Date.now();
  done.push({ name: step.name, ...run(step), note: `${Math.round((Date.now() - began) / 1000)} s` });
}

const total = (count) => done.reduce((sum, step) => sum + step[count], 0);
const closing = `${total('passed')} passed, ${total('failed')} failed`;
process.stdout.write(`\n${done.map((step) => `${step.ok ? 'ok    ' : 'FAILED'} ${step.name} (${step.note})`).join('\n')}\n${closing}\n`);
fs.writeFileSync(path.join(results, 'closing.txt'), `${closing}\n`);
process.exitCode = done.every((step) => step.ok) ? 0 : 1;
