import * as React from 'react';
import type { WriteOutcome } from '../../plan/problem';
import { usePace } from '../shared/services';

interface ServerDraftOptions<Row, Texts, Written> {
  texts: Texts;
  base: Row | undefined;
  /** The text differs from the row. */
  isChanged: boolean;
  save: ((base: Row | undefined, texts: Texts) => Promise<WriteOutcome<Row, Written>> | undefined) | undefined;
  /** @param mounted false: the editor was left before the answer came */
  onKept: (row: Row, sent: Texts, mounted: boolean) => void;
  /** Somebody saved first; the text stays in the browser until its writer has seen theirs. */
  onOthers: (theirs: Row) => void;
}

export interface ServerDraft<Texts> {
  /** The text as it stands is in the list. */
  kept: boolean;
  /** Resolves when nothing is on its way: two writes of one editor never meet. */
  settled: () => Promise<void>;
  /** The text was saved or thrown away: it is kept no more. */
  stop: () => void;
  /** Empties the draft in the list, where there is one. */
  takeBack: (blank: Texts, alsoEarlier: boolean) => void;
}

/**
 * Keeps the text in the list when its writer pauses, looks away from the page or leaves the editor; not at every key.
 * When it cannot be kept there, nothing is said: it lies in the browser.
 */
export function useServerDraft<Row, Texts, Written>(options: ServerDraftOptions<Row, Texts, Written>): ServerDraft<Texts> {
  const { keepDraft: pause } = usePace();
  const latest = React.useRef(options);
  latest.current = options;
  const [keptTexts, setKeptTexts] = React.useState<Texts>();
  const held = React.useRef<{ mounted: boolean; stopped: boolean; tried?: Texts; behind?: Row; keptAny: boolean; pending: Promise<void> }>({ mounted: true, stopped: false, keptAny: false, pending: Promise.resolve() });

  const keep = React.useCallback((): void => {
    const now = held.current;
    now.pending = now.pending.then(async () => {
      const { texts, base, isChanged, save, onKept, onOthers } = latest.current;
      if (now.stopped || !isChanged || now.tried === texts || (base !== undefined && now.behind === base)) {
        return;
      }
      now.tried = texts;
      const outcome = await save?.(base, texts);
      if (outcome?.kind === 'saved') {
        now.keptAny = true;
        latest.current.base = outcome.row;
        onKept(outcome.row, texts, now.mounted);
        if (now.mounted) {
          setKeptTexts(texts);
        }
      } else if (outcome && outcome.kind !== 'refused') {
        now.behind = base;
        onOthers(outcome.theirs);
      }
    }).catch(() => undefined);
  }, []);

  const { texts, isChanged, save } = options;
  React.useEffect(() => {
    if (!save || !isChanged) {
      return undefined;
    }
    const timer = setTimeout(keep, pause);
    return () => clearTimeout(timer);
    // `save` is made anew at each drawing; only whether there is one matters.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [texts, isChanged, keep, pause, save === undefined]);
  React.useEffect(() => {
    const now = held.current;
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') {
        keep();
      }
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      now.mounted = false;
      keep();
    };
  }, [keep]);
  return {
    kept: keptTexts === texts,
    settled: () => held.current.pending,
    stop: () => { held.current.stopped = true; },
    takeBack: (blank, alsoEarlier) => {
      const now = held.current;
      now.stopped = true;
      now.pending = now.pending.then(async () => {
        const { base, save: put, onKept } = latest.current;
        const outcome = now.keptAny || alsoEarlier ? await put?.(base, blank) : undefined;
        if (outcome?.kind === 'saved') {
          onKept(outcome.row, blank, false);
        }
      }).catch(() => undefined);
    }
  };
}
