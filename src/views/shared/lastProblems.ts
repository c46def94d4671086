import type { Problem } from '../../plan/problem';

/** What went wrong since the page was opened, for whoever is asked for help. Nothing of it leaves the browser. */
const kept = 20;
const problems: { at: Date; problem: Problem }[] = [];

export function noteProblem(problem: Problem, at: Date): void {
  problems.push({ at, problem });
  problems.splice(0, problems.length - kept);
}

/** The newest first. */
export function lastProblems(): readonly { at: Date; problem: Problem }[] {
  return [...problems].reverse();
}
