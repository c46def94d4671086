import { invalidRequest } from '../http/errors';
import { normalGuid } from './literals';

/** The arguments of a function or key, by the parameter names of `$metadata`, whatever the case they came in. */
export interface Arguments {
  has(name: string): boolean;
  value(name: string): unknown;
  /** All that were given, by lower-case name. */
  entries(): [string, unknown][];
  /** @throws SharePointError 400 when it is missing or not of the type; so do the others. */
  text(name: string): string;
  integer(name: string): number;
  flag(name: string, otherwise?: boolean): boolean;
  guid(name: string): string;
  object(name: string): Record<string, unknown>;
  /** The body as it came, for functions that take a file. */
  bytes(): Uint8Array;
}

export function createArguments(values: ReadonlyMap<string, unknown>, bytes: () => Uint8Array = () => new Uint8Array()): Arguments {
  const value = (name: string): unknown => values.get(name.toLowerCase());
  const missing = (name: string): Error => invalidRequest(`The parameter ${name} is missing or has a wrong type.`); // [A]
  return {
    has: (name) => value(name) !== undefined && value(name) !== null,
    value,
    entries: () => [...values],
    bytes,
    text: (name) => {
      const found = value(name);
      if (typeof found !== 'string') {
        throw missing(name);
      }
      return found;
    },
    integer: (name) => {
      const found = value(name);
      const number = typeof found === 'string' && /^-?\d+$/.test(found) ? Number(found) : found;
      if (typeof number !== 'number' || !Number.isInteger(number)) {
        throw missing(name);
      }
      return number;
    },
    flag: (name, otherwise) => {
      const found = value(name);
      if (typeof found === 'boolean') {
        return found;
      }
      if (otherwise === undefined || (found !== undefined && found !== null)) {
        throw missing(name);
      }
      return otherwise;
    },
    guid: (name) => {
      const found = value(name);
      const guid = typeof found === 'string' ? normalGuid(found) : undefined;
      if (guid === undefined) {
        throw missing(name);
      }
      return guid;
    },
    object: (name) => {
      const found = value(name);
      if (typeof found !== 'object' || found === null || Array.isArray(found)) {
        throw missing(name);
      }
      return found as Record<string, unknown>;
    }
  };
}
