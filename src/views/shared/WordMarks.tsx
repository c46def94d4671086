import * as React from 'react';
import { markWords } from '../../plan/merge/words';
import styles from './shared.module.scss';
import { text } from './texts';

/** A text with what was added and removed marked word by word: by line and weight, by word for those who hear it, never by colour alone. */
export const WordMarks: React.FC<{ before: string; after: string }> = ({ before, after }) => {
  if (after === '') {
    return <p className={styles.muted}>{text('conflict.empty')}</p>;
  }
  return (
    <p className={styles.running}>
      {markWords(before, after).map((mark, index) => {
        const words = <><span className={styles.visuallyHidden}>{mark.kind === 'same' ? '' : `${text(mark.kind === 'added' ? 'words.added' : 'words.removed')}: `}</span>{mark.text}</>;
        // Marks have no identity of their own; their order is what they are.
        return mark.kind === 'added' ? <ins key={index}>{words}</ins> : mark.kind === 'removed' ? <del key={index}>{words}</del> : <React.Fragment key={index}>{mark.text}</React.Fragment>;
      })}
    </p>
  );
};
