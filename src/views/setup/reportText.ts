import { planRoles, type AccessCell, type AccessWarning, type ListDifference, type SetupCheck, type SetupStep } from '../../plan/ports/planSetup';
import type { Problem } from '../../plan/problem';
import { lastProblems } from '../shared/lastProblems';
import { readProblemText } from '../shared/problemText';
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

/** The whole page as plain text: what support asks for first. @param version of the package */
export function checkAsText(check: SetupCheck, version: string | undefined): string {
  const roles = planRoles.map((role) => `${text(`setup.role.${role}` as const)}: ${check.roles[role].map(({ title, kind }) => `${title} (${text(`setup.kind.${kind}` as const)})`).join('; ') || '–'}`);
  const lists = check.lists.map((list) => {
    const wrong = [
      ...(list.titleTakenBy ? [text('setup.titleTakenBy', list.titleTakenBy)] : []),
      ...list.differences.map((difference) => (difference.fixable ? differenceText(difference) : `${differenceText(difference)} (${text('setup.byHand')})`))
    ];
    return `${list.title} (${list.url}): ${wrong.join('; ') || text('setup.asItShouldBe')}${list.health ? ` · ${text('setup.health.row', list.health.rows, list.health.indexes, list.health.versions)}` : ''}`;
  });
  const access = check.access.map((row) => `${row.list}${row.inherits ? ` (${text('setup.inherits')})` : ''}: ${row.cells.filter((cell) => cell.now !== 'none' || cell.after !== 'none').map(cellText).join('; ')}`);
  const part = (heading: Parameters<typeof text>[0], lines: readonly string[]): string[] => (lines.length > 0 ? ['', text(heading), ...lines] : []);
  return [
    `${text('app.title')} – ${text('setup.heading')}`, text('setup.build', version ?? '–'), text('setup.versions', check.schemaVersion.found ?? '–', check.schemaVersion.wanted), ...part('setup.roles', roles),
    ...part('setup.lists', lists), ...part('setup.access', access), ...part('setup.warnings', check.warnings.map(warningText)),
    ...part('setup.health.problems', lastProblems().map(({ at, problem }) => `${at.toISOString()} ${problemLine(problem)}`))
  ].join('\n');
}

function cellText({ principal, now, after }: AccessCell): string {
  const words = text(`access.${now}` as const);
  return `${principal} ${now === after ? words : `${words} → ${text(`access.${after}` as const)}`}`;
}

/** The words that a person is shown, and what was behind them. */
function problemLine(problem: Problem): string {
  const words = readProblemText(problem);
  return `${words.title} ${words.help} ${JSON.stringify(problem)}`;
}
