import * as React from 'react';

const narrowWidth = 720;

/**
 * Whether the web part itself is narrow: it may stand in a third of a wide page. The width is told, not asked for, by
 * the browser's own layout before it paints: asking would have it lay out a whole plan once more.
 */
export function useNarrow(): [React.RefCallback<HTMLElement>, boolean] {
  const [narrow, setNarrow] = React.useState(false);
  const observer = React.useRef<ResizeObserver>();
  const frame = React.useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    if (element && typeof ResizeObserver !== 'undefined') {
      observer.current = new ResizeObserver(([{ contentRect }]) => setNarrow(contentRect.width < narrowWidth));
      observer.current.observe(element);
    }
  }, []);
  return [frame, narrow];
}
