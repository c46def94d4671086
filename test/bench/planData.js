'use strict';
/**
 * State files of the local SharePoint with so many initiatives and so many months of statuses, made once by the product's own
 * setup and by REST, and kept in temp/bench.
 */
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..', '..');
const compiled = (name) => require(path.join(root, 'temp', 'node', name));
const partsOfBatch = 100;
const shownMonth = '2025-04';
const words = 'Arbejdet følger den aftalte plan, og de næste skridt er afstemt med de berørte fagområder i forvaltningen. ';
const progresses = ['Følger planen', 'Kræver opmærksomhed', 'Følger ikke planen', 'Gennemført', 'Sat i bero', 'Ikke startet'];

/** The month that lies so many before the one shown. */
function monthBefore(months) {
  const date = new Date(Date.UTC(Number(shownMonth.slice(0, 4)), Number(shownMonth.slice(5)) - 1 - months, 1));
  return date.toISOString().slice(0, 7);
}

/** A word that stands in the title of one initiative in twenty, and nowhere else. */
const rareWord = 'Fjernvarme';
const isRare = (number) => number % 20 === 0;
const titleOf = (number) => `${isRare(number) ? rareWord : 'Indsats'} ${number}`;

function initiative(number) {
  return {
    Title: titleOf(number), OriginalText: `${titleOf(number)} R${String(number % 900).padStart(3, '0')}(I)(B)`, PlanYear: '2025', SortOrder: number, CrossCutting: true, Lifecycle: 'Igangsat',
    Department: `Forvaltning ${number % 5}`, Committees: [`Udvalg ${number % 7}`], DirectorRole: `Direktør ${number % 5}`, ChiefRole: `Fagchef ${number % 30}`, Marks: ['I', 'B'], ClientKey: `bench-${number}`
  };
}

function report(number, period) {
  return {
    Title: `Indsats ${number}`, ReportKey: `I${number}:${period}`, InitiativeId: number, Period: period, ResponsibleRole: `Fagchef ${number % 30}`, Progress: progresses[number % progresses.length],
    StatusText: `${words}Indsats ${number}, ${period}.`, NextSteps: words, NeedsCoordination: number % 9 === 0 ? 'Ja' : 'Nej', CoordinationText: number % 9 === 0 ? words : '', ReportState: 'Indsendt', SubmittedAt: `${period}-12T10:00:00Z`
  };
}

function meeting(period) {
  return {
    Title: `Direktionsmøde ${period}`, MeetingKey: `DIR:${period}`, Forum: 'Direktion', Period: period, MeetingDate: `${period}-26T00:00:00+01:00`, StatusDeadline: `${period}-20T00:00:00+01:00`,
    MeetingState: period === shownMonth ? 'Åben' : 'Afholdt', OpenedAt: `${period}-02T08:00:00Z`
  };
}

/** Puts rows in, a hundred to a request. */
async function addRows(siteUrl, login, list, rows) {
  const address = `${siteUrl}/_api/web/GetList('${new URL(siteUrl).pathname}/Lists/${list}')/items`;
  for (let first = 0; first < rows.length; first += partsOfBatch) {
    const parts = rows.slice(first, first + partsOfBatch).map((row) => `--b\nContent-Type: application/http\n\nPOST ${address} HTTP/1.1\nContent-Type: application/json\n\n${JSON.stringify(row)}\n`);
    const response = await fetch(`${siteUrl}/_api/$batch`, { method: 'POST', headers: { Authorization: `Bearer as:${login}`, 'Content-Type': 'multipart/mixed; boundary=b' }, body: `${parts.join('')}--b--\n` });
    const text = await response.text();
    if (!response.ok || / [45]\d\d /.test(text.match(/HTTP\/1\.1 [45]\d\d .*/)?.[0] ?? '')) {
      throw new Error(`Rows of ${list} were refused: ${text.slice(0, 600)}`);
    }
  }
}

/** @returns the state file */
async function planData(initiatives, months) {
  const file = path.join(root, 'temp', 'bench', `plan-${initiatives}-${months}.sqlite`);
  if (fs.existsSync(file)) {
    return file;
  }
  const unfinished = `${file}.unfinished`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.rmSync(unfinished, { force: true });
  const { sampleConfiguration, sitePath } = compiled('sharepoint/sample/configuration');
  const { siteOwner } = compiled('sharepoint/sample/accounts');
  const { connect } = compiled('src/lists/connection');
  const server = await compiled('sharepoint/local/server').startLocalSharePoint({ ...sampleConfiguration(0, unfinished, false), packages: [] });
  try {
    const siteUrl = `${server.origin}${sitePath}`;
    const groups = await compiled('sharepoint/sample/groups').makeGroups(siteUrl);
    const asOwner = (instance) => {
      instance.on.auth(async (url, init) => [url, { ...init, headers: { ...init.headers, Authorization: `Bearer as:${siteOwner.login}` } }]);
      return instance;
    };
    await compiled('src/lists/setup/setup').createPlanSetup(connect(siteUrl, asOwner)).run(groups, () => undefined, () => false);
    const numbers = Array.from({ length: initiatives }, (_, index) => index + 1);
    const periods = Array.from({ length: months }, (_, index) => monthBefore(index));
    await addRows(siteUrl, siteOwner.login, 'UplInitiatives', numbers.map(initiative));
    await addRows(siteUrl, siteOwner.login, 'UplMeetings', periods.map(meeting));
    for (const period of periods) {
      await addRows(siteUrl, siteOwner.login, 'UplStatusReports', numbers.map((number) => report(number, period)));
    }
  } finally {
    await server.close();
  }
  fs.renameSync(unfinished, file);
  return file;
}

module.exports = { planData, shownMonth, rareWord, isRare };
