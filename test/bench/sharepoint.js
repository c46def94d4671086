'use strict';
/**
 * What size costs on the local SharePoint: a list of 60,000 rows beside one of 5,000, started from its file. Prints ratios, so that
 * a busy machine changes nothing but their last digits; fails only when more memory is used than is allowed, which no load changes.
 * Rows are made once and kept in temp/bench; `npm run bench:sharepoint -- --fresh` makes them anew.
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..', '..');
const folder = path.join(root, 'temp', 'bench');
const stateFile = path.join(folder, 'scale.sqlite');
const memoryLimit = 1024;
const rowsFound = 500;
const runs = 30;
const lists = [{ name: 'Small', rows: 1000 }, { name: 'Middle', rows: 5000 }, { name: 'Large', rows: 60000 }];
const login = 'owner@example.invalid';
const configuration = {
  port: 0, stateFile, accounts: [{ login, title: 'Owner' }], defaultLogin: login, packages: [], defaultLanguage: 'en-us',
  sites: [{ url: '/sites/bench', title: 'Bench', timeZoneId: 3, localeId: 1033, owner: login, pages: [] }]
};

async function start() {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'configuration.json');
  fs.writeFileSync(file, JSON.stringify(configuration));
  const begun = performance.now();
  const child = spawn(process.execPath, [path.join(root, 'temp', 'node', 'sharepoint', 'local', 'main.js'), file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const origin = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => resolve(/Ready: (\S+)/.exec(String(chunk))[1]));
    child.once('exit', () => reject(new Error('The local SharePoint ended before it could be asked.')));
  });
  const api = `${origin}/sites/bench/_api`;
  const ask = async (address, init = {}) => {
    const response = await fetch(`${api}/${address}`, {
      method: init.body === undefined ? 'GET' : 'POST', ...init,
      headers: { Accept: 'application/json;odata=nometadata', 'Content-Type': 'application/json', Authorization: `Bearer as:${login}`, ...init.headers }
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${response.status} ${address}: ${text}`);
    }
    return text;
  };
  const end = () => new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill();
  });
  return { api, ask, end, pid: child.pid, milliseconds: performance.now() - begun };
}

const at = ({ name }) => `web/getlist('/sites/bench/Lists/${name}')`;
const partsOfBatch = 100;

/** Every code is on 500 rows, every key on one. */
const row = (number) => JSON.stringify({
  Title: `Row ${number}`, Key: `K${String(number).padStart(6, '0')}`, Code: `C${Math.floor(number / rowsFound)}`, Rank: number % 97, Done: number % 3 === 0,
  Due: new Date(Date.UTC(2025, 0, 1 + number % 700)).toISOString(), Body: 'Some words that stand for what people write in a row. '.repeat(4)
});

async function fill({ api, ask }) {
  for (const list of lists) {
    await ask('web/lists', { body: JSON.stringify({ Title: list.name, BaseTemplate: 100 }) });
    const columns = [
      '<Field Type="Text" Name="Key" DisplayName="Key" Indexed="TRUE" EnforceUniqueValues="TRUE" />', '<Field Type="Text" Name="Code" DisplayName="Code" Indexed="TRUE" />',
      '<Field Type="Number" Name="Rank" DisplayName="Rank" />', '<Field Type="Boolean" Name="Done" DisplayName="Done" />',
      '<Field Type="DateTime" Name="Due" DisplayName="Due" Indexed="TRUE" />', '<Field Type="Note" Name="Body" DisplayName="Body" />'
    ];
    for (const SchemaXml of columns) {
      await ask(`${at(list)}/fields/createfieldasxml`, { body: JSON.stringify({ parameters: { SchemaXml, Options: 8 } }) });
    }
    for (let first = 0; first < list.rows; first += partsOfBatch) {
      const parts = Array.from({ length: partsOfBatch }, (_, index) =>
        `--b\nContent-Type: application/http\n\nPOST ${api}/${at(list)}/items HTTP/1.1\nContent-Type: application/json\n\n${row(first + index)}\n`);
      await ask('$batch', { body: `${parts.join('')}--b--\n`, headers: { 'Content-Type': 'multipart/mixed; boundary=b' } });
    }
  }
}

/** The quickest of several runs for each list, taken in turns: what others do on the machine only ever adds. */
async function quickest(work) {
  const best = lists.map(() => Infinity);
  for (let run = 0; run < runs; run++) {
    for (const [index, list] of lists.entries()) {
      const begun = performance.now();
      await work(list, run);
      best[index] = Math.min(best[index], performance.now() - begun);
    }
  }
  return best;
}

const measures = [
  ['500 rows by an indexed column', (list) => `${at(list)}/items?$filter=Code eq 'C1'&$top=${rowsFound}`],
  ['one row by a unique column', (list) => `${at(list)}/items?$filter=Key eq 'K000700'`],
  ['500 rows from an indexed range', (list) => `${at(list)}/items?$filter=Key ge 'K000500' and Key lt 'K001000'&$top=${rowsFound}`],
  ['one row by id', (list) => `${at(list)}/items(900)`],
  ['the first 100 rows', (list) => `${at(list)}/items`],
  ['100 rows from the middle on', (list) => `${at(list)}/items?$skiptoken=Paged%3dTRUE%26p_ID%3d${list.rows / 2}&$top=100`]
];

async function measure(server) {
  const rows = [];
  for (const [what, addressOf] of measures) {
    for (const list of what.startsWith('500') ? lists : []) {
      const found = JSON.parse(await server.ask(addressOf(list))).value.length;
      if (found !== rowsFound) {
        throw new Error(`${what}: ${found} in ${list.name}`);
      }
    }
    rows.push([what, await quickest((list) => server.ask(addressOf(list)))]);
  }
  const change = (list, run) => server.ask(`${at(list)}/items(${run + 1})`, {
    body: JSON.stringify({ Rank: run }), headers: { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' }
  });
  return [...rows, ['a row changed', await quickest(change)]];
}

/** Largest resident size of a process so far, in MB. Linux only. */
function memoryOf(pid) {
  const status = `/proc/${pid}/status`;
  return fs.existsSync(status) ? Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(status, 'utf8'))[1]) / 1024 : undefined;
}

async function main() {
  if (process.argv.includes('--fresh')) {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  if (!fs.existsSync(`${stateFile}.filled`)) {
    fs.rmSync(stateFile, { force: true });
    const filling = await start();
    await fill(filling);
    await filling.end();
    fs.writeFileSync(`${stateFile}.filled`, '');
  }
  const server = await start();
  try {
    const rows = await measure(server);
    const memory = memoryOf(server.pid);
    process.stdout.write(`Started from a file of ${Math.round(fs.statSync(stateFile).size / 1024 / 1024)} MB in ${Math.round(server.milliseconds)} ms\n`);
    process.stdout.write(`${''.padEnd(34)}${lists.map((list) => `${list.rows} rows`.padStart(22)).join('')}\n`);
    for (const [what, times] of rows) {
      process.stdout.write(`${what.padEnd(34)}${times.map((time) => `${time.toFixed(1)} ms  × ${(time / times[0]).toFixed(2)}`.padStart(22)).join('')}\n`);
    }
    process.stdout.write(memory === undefined ? 'Memory: not measured on this system\n' : `Memory: at most ${Math.round(memory)} MB of ${memoryLimit} MB\n`);
    if (memory > memoryLimit) {
      throw new Error('The local SharePoint uses more memory than it may.');
    }
  } finally {
    await server.end();
  }
}

main().catch((problem) => {
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 1;
});
