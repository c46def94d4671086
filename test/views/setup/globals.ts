import { webcrypto } from 'node:crypto';

/** What every browser has and jsdom has not. */
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
