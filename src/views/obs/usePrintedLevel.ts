import * as React from 'react';
import type { ObsLevel } from '../../plan/obsPoint';

/** The level whose summary is printed alone, and the way to print one. */
export function usePrintedLevel(): [ObsLevel | undefined, (level: ObsLevel) => void] {
  const [printed, setPrinted] = React.useState<ObsLevel>();
  React.useEffect(() => {
    const done = (): void => setPrinted(undefined);
    window.addEventListener('afterprint', done);
    return () => window.removeEventListener('afterprint', done);
  }, []);
  React.useEffect(() => {
    // The other level has left the page by now.
    if (printed !== undefined) {
      window.print();
    }
  }, [printed]);
  return [printed, setPrinted];
}
