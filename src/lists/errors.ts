import { HttpRequestError } from '@pnp/queryable';
import { PlanError, type Problem } from '../plan/problem';
import { NoAnswerError, retryAfter } from './sendRequests';

/** What SharePoint answered instead: its error code, and its own words. */
export interface SharePointRefusal {
  status: number;
  /** The first part of `odata.error.code`, -2130575169 and so on; undefined when the body had none. */
  code?: number;
  message: string;
}

const codes = { threshold: -2147024860, lookupThreshold: -2147024749, duplicate: -2130575169, digest: -2130575252, titleTaken: -2130575342, missingItem: -2130575338, accessDenied: -2147024891 };

/** Reads SharePoint's refusal from what PnPjs threw; undefined when no answer came at all. */
export async function refusalOf(error: unknown): Promise<SharePointRefusal | undefined> {
  if (!(error instanceof HttpRequestError)) {
    return undefined;
  }
  const body = await error.response.clone().text();
  try {
    const json = JSON.parse(body) as { 'odata.error'?: ODataError; error?: ODataError };
    const found = json['odata.error'] ?? json.error;
    const code = Number.parseInt(found?.code ?? '', 10);
    return { status: error.status, code: Number.isNaN(code) ? undefined : code, message: found?.message?.value ?? body.slice(0, 300) };
  } catch {
    // Proxies and throttling answer with pages of HTML; the status is all that can be used.
    return { status: error.status, message: error.response.statusText };
  }
}

interface ODataError {
  code?: string;
  message?: { value?: string };
}

/** A duplicate in a unique column: somebody, perhaps we ourselves, made the row first. */
export function isDuplicate(refusal: SharePointRefusal): boolean {
  return refusal.code === codes.duplicate;
}

/** The title of a new list is taken by another list. */
export function isTitleTaken(refusal: SharePointRefusal): boolean {
  return refusal.code === codes.titleTaken;
}

/** Whatever was thrown, in the plan's words. */
export async function problemFrom(error: unknown): Promise<Problem> {
  if (error instanceof PlanError) {
    return error.problem;
  }
  const refusal = await refusalOf(error);
  if (!refusal) {
    return error instanceof NoAnswerError ? { kind: 'offline' } : { kind: 'unexpected', message: error instanceof Error ? error.message : String(error) };
  }
  if (refusal.status === 429 || refusal.status === 503) {
    const asked = error instanceof HttpRequestError ? retryAfter(error.response.headers.get('Retry-After'), Date.now()) : undefined;
    return { kind: 'throttled', seconds: Math.ceil((asked ?? 30000) / 1000) };
  }
  return problemOfRefusal(refusal);
}

function problemOfRefusal(refusal: SharePointRefusal): Problem {
  if (refusal.code === codes.threshold || refusal.code === codes.lookupThreshold) {
    return { kind: 'tooLarge' };
  }
  if (refusal.status === 401 || (refusal.status === 403 && /unauthorized operation/i.test(refusal.message))) {
    return { kind: 'signedOut' };
  }
  if (refusal.status === 403 && refusal.code !== codes.digest) {
    return { kind: 'forbidden' };
  }
  const column = /(?:property|column|field(?: or property)?) '([^']+)' does not exist(?: on type 'SP\.Data\.(\w+?)(?:List)?Item')?/i.exec(refusal.message);
  if (column) {
    return { kind: 'unreadable', column: column[1], list: column[2] ?? '' };
  }
  if (refusal.status === 404) {
    return refusal.code === codes.missingItem ? { kind: 'notFound' } : { kind: 'listsMissing', lists: [], mayCreate: false };
  }
  return { kind: 'unexpected', message: refusal.message };
}

/** Runs a read; what goes wrong comes out as a PlanError. */
export async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new PlanError(await problemFrom(error));
  }
}
