import * as React from 'react';

/** Elements that have not come near yet, with what is to be done when they do. */
const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;

function come(element: Element): void {
  waiting.get(element)?.();
  waiting.delete(element);
  observer?.unobserve(element);
}

function watch(element: Element, onNear: () => void): () => void {
  if (!observer) {
    observer = new IntersectionObserver((entries) => entries.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => come(target)), { rootMargin: '600px 0px' });
    // On paper everything is near.
    window.addEventListener('beforeprint', () => Array.from(waiting.keys()).forEach(come));
  }
  waiting.set(element, onNear);
  observer.observe(element);
  return () => {
    waiting.delete(element);
    observer?.unobserve(element);
  };
}

/**
 * Whether an element is in sight or has been close to it: what is only to be looked at need not be drawn before.
 * @param atOnce it is known to be close from the start
 */
export function useNear<Place extends Element>(atOnce: boolean): [React.RefObject<Place>, boolean] {
  const place = React.useRef<Place>(null);
  const [near, setNear] = React.useState(atOnce || typeof IntersectionObserver === 'undefined');
  React.useEffect(() => (place.current && !near ? watch(place.current, () => setNear(true)) : undefined), [near]);
  return [place, near];
}
