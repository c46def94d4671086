/** What can go wrong on request. */
export type FaultKind = 'throttle' | 'latency' | 'cutBefore' | 'cutAfter' | 'expiredDigest' | 'signedOut' | 'saveConflict' | 'missing' | 'batchPart';

/** One bad day: which requests it meets, and what happens to them. */
export interface FaultRule {
  kind: FaultKind;
  /** GET, POST, MERGE … (`X-HTTP-Method` counts); undefined is any. */
  method?: string;
  /** Regular expression, looked for in decoded path and query without regard to case; undefined is any. */
  url?: string;
  login?: string;
  /** How likely each request is met, 0 to 1; undefined is 1. */
  probability?: number;
  /** So many requests that fit go by unharmed first. */
  skip?: number;
  /** How often it happens at most; undefined is without end. */
  times?: number;
  /** Status of a throttled, signed out or failing answer. */
  status?: number;
  /** Seconds. */
  retryAfter?: number;
  /** Of latency. */
  milliseconds?: number;
}

export interface FaultPlan {
  /** The same seed and the same requests give the same faults; undefined is 1. */
  seed?: number;
  rules: FaultRule[];
}

/** A plan that cannot be followed, with words for who wrote it. */
export class BadFaultPlan extends Error {}

/** What each kind takes beside what all take: the statuses it may answer (the first is the default) and whether it may say when to come back. */
const kinds: Record<FaultKind, { statuses: readonly number[]; retryAfter?: true; milliseconds?: true }> = {
  throttle: { statuses: [429, 503], retryAfter: true },
  latency: { statuses: [], milliseconds: true },
  cutBefore: { statuses: [] },
  cutAfter: { statuses: [] },
  expiredDigest: { statuses: [] },
  signedOut: { statuses: [401, 403] },
  saveConflict: { statuses: [] },
  missing: { statuses: [] },
  batchPart: { statuses: [503, 429, 500], retryAfter: true }
};

/** The status of a rule, its own or its kind's. */
export const statusOf = (rule: FaultRule): number => rule.status ?? kinds[rule.kind].statuses[0];

/**
 * Reads a plan of faults: `{ seed?, rules: [...] }`.
 * @throws BadFaultPlan naming the rule (counted from 1) and what is wrong with it
 */
export function readFaultPlan(plan: unknown): FaultPlan {
  if (!isObject(plan) || !Array.isArray(plan.rules)) {
    throw new BadFaultPlan('Faults are an object with "rules", a list.');
  }
  refuseOthers(plan, ['seed', 'rules'], 'Faults');
  if (plan.seed !== undefined && !isWhole(plan.seed)) {
    throw new BadFaultPlan('"seed" must be a whole number from 0.');
  }
  return { seed: plan.seed, rules: plan.rules.map((rule: unknown, index) => readRule(rule, `Rule ${index + 1}`)) };
}

function readRule(rule: unknown, name: string): FaultRule {
  if (!isObject(rule) || typeof rule.kind !== 'string' || !isKind(rule.kind)) {
    throw new BadFaultPlan(`${name} needs a "kind": ${Object.keys(kinds).join(', ')}.`);
  }
  const { statuses, retryAfter, milliseconds } = kinds[rule.kind];
  refuseOthers(rule, [
    'kind', 'method', 'url', 'login', 'probability', 'skip', 'times', ...(statuses.length > 0 ? ['status'] : []),
    ...(retryAfter ? ['retryAfter'] : []), ...(milliseconds ? ['milliseconds'] : [])
  ], `${name} (${rule.kind})`);
  const check = <T>(key: string, fits: (value: unknown) => value is T, words: string, needed: boolean = false): T | undefined => {
    const value = rule[key];
    if (value === undefined && !needed) {
      return undefined;
    }
    if (!fits(value)) {
      throw new BadFaultPlan(`${name} (${String(rule.kind)}): "${key}" must be ${words}.`);
    }
    return value;
  };
  return {
    kind: rule.kind,
    method: check('method', isText, 'a text'),
    url: check('url', isPattern, 'a regular expression'),
    login: check('login', isText, 'a text'),
    probability: check('probability', isProbability, 'a number from 0 to 1'),
    skip: check('skip', isWhole, 'a whole number from 0'),
    times: check('times', isWhole, 'a whole number from 0'),
    status: check('status', (value): value is number => statuses.some((each) => each === value), `one of ${statuses.join(', ')}`),
    retryAfter: check('retryAfter', isWhole, 'whole seconds from 0'),
    milliseconds: check('milliseconds', isWhole, 'a whole number from 0', milliseconds === true)
  };
}

function refuseOthers(given: Record<string, unknown>, known: readonly string[], name: string): void {
  const other = Object.keys(given).find((key) => given[key] !== undefined && !known.includes(key));
  if (other !== undefined) {
    throw new BadFaultPlan(`${name} cannot have "${other}"; it may have ${known.join(', ')}.`);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isKind = (text: string): text is FaultKind => Object.prototype.hasOwnProperty.call(kinds, text);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isProbability = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;

function isPattern(value: unknown): value is string {
  try {
    return isText(value) && new RegExp(value, 'i') !== undefined;
  } catch {
    return false;
  }
}
