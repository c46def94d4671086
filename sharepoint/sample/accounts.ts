import type { PlanRole } from '../../src/plan/ports/planSetup';
import { samplePlan, type SampleAccount } from './samplePlan';

/** The groups of the site that hold the sample's accounts, as a municipality would have them already. */
export const sampleGroups: { key: string; title: string; role: PlanRole }[] = [
  { key: 'økonomi', title: 'Økonomi', role: 'finance' },
  { key: 'direktion', title: 'Direktion', role: 'directors' },
  { key: 'fagchefer', title: 'Fagchefer', role: 'chiefs' },
  { key: 'læsere', title: 'Læsere', role: 'readers' }
];

/** The account with a key of the sample plan. */
export function sampleAccount(key: string): SampleAccount {
  const account = samplePlan.accounts.find((candidate) => candidate.key === key);
  if (!account) {
    throw new Error(`The sample plan has no account "${key}"`);
  }
  return account;
}

/** Keeps the plan, opens and locks rounds, records decisions. */
export const secretariat = sampleAccount('direktionssekretariat');

/** Owns the site and sets the lists up. */
export const siteOwner = sampleAccount('ejer');

/** A login as SharePoint's user information list writes it. */
export function claimOf(login: string): string {
  return `i:0#.f|membership|${login}`;
}
