import * as React from 'react';

const narrowWidth = 720;

/** Whether the web part itself is narrow: it may stand in a third of a wide page. */
export function useNarrow(): [React.RefCallback<HTMLElement>, boolean] {
  const [element, setElement] = React.useState<HTMLElement | null>(null);
  const [narrow, setNarrow] = React.useState(false);
  React.useLayoutEffect(() => {
    if (!element || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const measure = (): void => setNarrow(element.clientWidth < narrowWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, narrow];
}
