import * as React from 'react';

/**
 * How many of a list's entries stand on its first line. The list wraps and all of them are laid out at all times, so that
 * the answer does not depend on what is hidden; the caller hides what comes after.
 */
export function useFitting(count: number): [React.RefCallback<HTMLUListElement>, number] {
  const [list, setList] = React.useState<HTMLUListElement | null>(null);
  const [fitting, setFitting] = React.useState(count);
  React.useLayoutEffect(() => {
    if (!list || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const measure = (): void => {
      const entries = Array.from(list.children).filter((entry): entry is HTMLElement => entry instanceof HTMLElement);
      const below = entries.findIndex((entry) => entry.offsetTop > entries[0].offsetTop);
      setFitting(below < 0 ? entries.length : below);
    };
    // Told by the browser's own layout before it paints: to ask now would have it lay out twice.
    const observer = new ResizeObserver(measure);
    observer.observe(list);
    return () => observer.disconnect();
  }, [list, count]);
  return [setList, Math.min(fitting, count)];
}
