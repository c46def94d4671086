import type { AccessWarning, ListDifference, SetupCheck, SetupStep } from '../../plan/ports/planSetup';
import { text } from '../shared/texts';

/** The check and the run in words, for the page and for whoever is asked for help. */

/** "kolonnen Progress mangler", "indekset på Period mangler". */
export function differenceText({ kind, name, found, wanted }: ListDifference): string {
  return text(`setup.difference.${kind}` as const, name ?? '', found ?? '', wanted ?? '');
}

export function warningText({ kind, list, principal }: AccessWarning): string {
  return text(`setup.warning.${kind}` as const, list ?? '', principal ?? '');
}

/** A line for each list: what was made, or that it was as it should be. */
export function stepsAsText(steps: readonly SetupStep[]): string {
  return Array.from(new Set(steps.map((step) => step.list))).map((list) => {
    const changed = steps.filter((step) => step.list === list && step.outcome === 'made').map((step) => text(`setup.step.${step.step}` as const));
    return `${list}: ${changed.length > 0 ? changed.join(', ') : text('setup.asItShouldBe')}`;
  }).join('\n');
}

/** The whole check as plain text. */
export function checkAsText(check: SetupCheck): string {
  const lists = check.lists.map((list) => `${list.title} (${list.url}): ${list.differences.length > 0 ? list.differences.map(differenceText).join('; ') : text('setup.asItShouldBe')}`
    + (list.health ? ` · ${text('setup.health.row', list.health.rows, list.health.indexes, list.health.versions)}` : ''));
  const access = check.access.map((row) => `${row.list}: ${row.cells.filter((cell) => cell.now !== 'none' || cell.after !== 'none')
    .map((cell) => `${cell.principal} ${text(`access.${cell.now}` as const)} → ${text(`access.${cell.after}` as const)}`).join('; ')}`);
  return [
    text('setup.versions', check.schemaVersion.found ?? '–', check.schemaVersion.wanted), '', ...lists, '', text('setup.access'), ...access, '',
    ...check.warnings.map(warningText)
  ].join('\n');
}
