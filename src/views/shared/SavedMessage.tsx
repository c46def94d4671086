import * as React from 'react';
import type { Problem } from '../../plan/problem';
import { useAnnounce } from './announcer';
import { Icon } from './icons';
import { writeProblemText } from './problemText';
import styles from './shared.module.scss';
import { text } from './texts';

/**
 * Says that something was saved, where it can also be undone.
 * @param undo writes what was there before, as a new version
 * @param onUndone gets the row as it then stands
 */
type Tell = <Row>(words: string, undo?: () => Promise<Undone<Row>>, onUndone?: (row: Row) => void) => void;

type Undone<Row> = { kind: 'saved'; row: Row } | { kind: 'merged' | 'conflict' } | { kind: 'refused'; problem: Problem };

interface Message {
  words: string;
  undo?: () => Promise<string>;
}

const TellContext = React.createContext<Tell>(() => undefined);

/** The message of what was saved last. It stays until it is closed or something else is saved: nobody is hurried. */
export const SavedMessage: React.FC = ({ children }) => {
  const [message, setMessage] = React.useState<Message>();
  const [undoing, setUndoing] = React.useState(false);
  const announce = useAnnounce();
  const tell = React.useCallback<Tell>((words, undo, onUndone) => {
    announce(words);
    setMessage(undo && {
      words,
      undo: async () => {
        const outcome = await undo();
        if (outcome.kind === 'saved') {
          onUndone?.(outcome.row);
          return text('undo.done');
        }
        return outcome.kind === 'refused' ? writeProblemText(outcome.problem) : text('undo.notPossible');
      }
    });
  }, [announce]);
  const undoIt = async (undo: () => Promise<string>): Promise<void> => {
    setUndoing(true);
    const words = await undo().catch(() => text('undo.notPossible'));
    setUndoing(false);
    announce(words);
    setMessage({ words });
  };
  return (
    <TellContext.Provider value={tell}>
      {children}
      {message && (
        <div className={`${styles.root} ${styles.savedMessage}`} role="group" aria-label={text('undo.heading')}>
          <span>{message.words}</span>
          {message.undo && <button type="button" className={styles.button} disabled={undoing} onClick={() => { const { undo } = message; if (undo) { undoIt(undo).catch(() => undefined); } }}>{text('undo.action')}</button>}
          <button type="button" className={styles.iconButton} aria-label={text('common.close')} onClick={() => setMessage(undefined)}><Icon name="close" /></button>
        </div>
      )}
    </TellContext.Provider>
  );
};

export function useSavedMessage(): Tell {
  return React.useContext(TellContext);
}
