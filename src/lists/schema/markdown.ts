import type { PlanRole } from '../../plan/ports/planSetup';
import { allLists } from './all';
import type { Column, ListSchema } from './columns';

const roleNames: Readonly<Record<PlanRole, string>> = { finance: 'økonomi', directors: 'direktion', chiefs: 'fagchefer', readers: 'læsere' };

/** The text of `sharepoint/lists.md`, for admins: every list, column and view, and who writes. */
export function listsAsMarkdown(): string {
  const parts = [
    '# The lists',
    '',
    'Made by the web part\'s own setup, by REST, with the site owner\'s rights. This page is written from `src/lists/schema` by `npm run schema`; change it there.',
    '',
    'Everybody who may see the site reads. The roles below are existing groups, chosen in the setup. "Bidrag uden sletning" is Contribute without Delete Items and Delete Versions; "Tilføj" is Read and Add Items. Versioning is on, 500 versions.',
    '',
    ...allLists.flatMap(listPart)
  ];
  return `${parts.join('\n').trimEnd()}\n`;
}

function listPart(list: ListSchema): string[] {
  const level = list.addOnly ? 'Tilføj' : 'Bidrag uden sletning';
  return [
    `## ${list.title}`, '', list.description, '',
    `Address: \`${list.library ? '' : 'Lists/'}${list.folder}\` · Written by: ${list.writers.map((role) => roleNames[role]).join(', ')} (${level})`, '',
    '| Column | Shown as | Kind | Required | Indexed | Unique |', '|---|---|---|---|---|---|',
    `| Title | ${list.titleColumn.title} | Text | ${tick(list.titleColumn.required)} | | |`,
    ...list.columns.map(columnRow), '',
    `Views: ${list.views.map((view) => view.title).join(', ')}`, ''
  ];
}

function columnRow(column: Column): string {
  const choices = column.choices?.length ? `: ${column.choices.join(', ')}` : '';
  const kind = `${column.type}${column.lookup ? ` → ${column.lookup}` : choices}${column.fillIn ? ' (own choices allowed)' : ''}`;
  return `| ${column.name} | ${column.title} | ${kind} | ${tick(column.required)} | ${tick(column.indexed || column.unique)} | ${tick(column.unique)} |`;
}

function tick(value: boolean | undefined): string {
  return value ? '✓' : '';
}
