/** The server's clock. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** A clock that begins at a moment and ticks on with real time; without one it is the real time. */
export function createClock(start: number | undefined, real: () => number = Date.now): Clock {
  const begun = real();
  return { now: () => (start === undefined ? real() : start + real() - begun) };
}
