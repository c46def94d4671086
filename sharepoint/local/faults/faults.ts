import { type FaultKind, type FaultPlan, type FaultRule, readFaultPlan } from './rules';
import { seededRandom } from './seededRandom';

/** A request as rules see it. */
export interface FaultyRequest {
  method: string;
  /** Path and query as they were sent. */
  url: string;
  login: string;
  /** A request to the REST interface, a part of its `$batch`, or one for a page or a file. */
  target: 'rest' | 'batchPart' | 'file';
}

/** A rule and how it has gone since it was set. */
export interface FaultReport extends FaultRule {
  /** Requests it fitted. */
  matched: number;
  /** Requests it happened to. */
  struck: number;
}

/** The rules in force. */
export interface Faults {
  /** @throws BadFaultPlan, and then the rules stay as they were */
  set(plan: unknown): void;
  clear(): void;
  report(): { seed: number; rules: FaultReport[] };
  /** What happens to a request: how long it waits, and the first other rule that meets it. */
  strike(request: FaultyRequest): { milliseconds: number; rule?: FaultRule };
}

interface Standing {
  rule: FaultRule;
  pattern: RegExp;
  matched: number;
  struck: number;
  random(): number;
}

/** @throws BadFaultPlan */
export function createFaults(plan: unknown = { rules: [] }): Faults {
  let seed = defaultSeed;
  let standing: Standing[] = [];
  const set = (next: FaultPlan): void => {
    const nextSeed = next.seed ?? defaultSeed;
    seed = nextSeed;
    // Each rule draws from a stream of its own: one rule more does not move what happens to the others.
    standing = next.rules.map((rule, index) => ({
      rule, pattern: new RegExp(rule.url ?? '', 'i'), matched: 0, struck: 0, random: seededRandom(nextSeed + index * 7919)
    }));
  };
  set(readFaultPlan(plan));
  return {
    set: (next) => set(readFaultPlan(next)),
    clear: () => set({ rules: [] }),
    report: () => ({ seed, rules: standing.map(({ rule, matched, struck }) => ({ ...rule, matched, struck })) }),
    strike: (request) => {
      let milliseconds = 0;
      let struck: FaultRule | undefined;
      for (const each of standing) {
        if (each.rule.kind === 'latency') {
          milliseconds += happens(each, request) ? each.rule.milliseconds ?? 0 : 0;
        } else if (!struck && happens(each, request)) {
          struck = each.rule;
        }
      }
      return { milliseconds, rule: struck };
    }
  };
}

const defaultSeed = 1;

function happens(standing: Standing, request: FaultyRequest): boolean {
  const { rule } = standing;
  const fits = reaches(rule.kind, request) && (rule.method ?? request.method).toUpperCase() === request.method.toUpperCase() &&
    (rule.login ?? request.login).toLowerCase() === request.login.toLowerCase() && standing.pattern.test(decoded(request.url));
  if (!fits) {
    return false;
  }
  standing.matched++;
  const wanted = standing.random() < (rule.probability ?? 1);
  if (!wanted || standing.matched <= (rule.skip ?? 0) || standing.struck >= (rule.times ?? Infinity)) {
    return false;
  }
  standing.struck++;
  return true;
}

/** Some faults can only happen to some requests: a digest expires where one is needed, an item is what is saved, a chunk is a file. */
function reaches(kind: FaultKind, { target, method, url }: FaultyRequest): boolean {
  const isRead = /^(GET|HEAD)$/i.test(method);
  switch (kind) {
    case 'batchPart':
      return target === 'batchPart';
    case 'expiredDigest':
      return target === 'rest' && !isRead && !/\/contextinfo(\?|$)/i.test(url);
    case 'saveConflict':
      return target === 'rest' && !isRead && /\/items\(\d+\)/i.test(decoded(url));
    case 'missing':
      return target === 'file' && isRead;
    default:
      return target !== 'batchPart';
  }
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
