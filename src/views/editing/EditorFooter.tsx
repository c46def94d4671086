import { DefaultButton, PrimaryButton } from '@fluentui/react/lib/Button';
import * as React from 'react';
import { writeProblemText } from '../shared/problemText';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import type { RowEditor } from './useRowEditor';

interface EditorFooterProps<Row, Texts> {
  editor: RowEditor<Row, Texts>;
  submitLabel: string;
  onSubmit: () => void;
  /** Their text and mine, for the choice. */
  describe: (from: Row | Texts) => { name: string; value: string }[];
}

/** What stands below every editor: what went wrong, the choice when two wrote, and the buttons. */
export function EditorFooter<Row, Texts>({ editor, submitLabel, onSubmit, describe }: EditorFooterProps<Row, Texts>): React.ReactElement {
  const theirs = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (editor.theirs) {
      theirs.current?.focus();
    }
  }, [editor.theirs]);
  if (editor.theirs) {
    return (
      <div ref={theirs} tabIndex={-1} role="group" aria-label={text('conflict.heading')} className={styles.conflict}>
        <h4>{text('conflict.heading')}</h4>
        <p role="alert">{text('err.conflict')}</p>
        <div className={styles.conflictSides}>
          <Side title={text('conflict.mine')} values={describe(editor.texts)} />
          <Side title={text('conflict.theirs')} values={describe(editor.theirs)} />
        </div>
        <p className={styles.editorButtons}>
          <PrimaryButton text={text('conflict.keepMine')} onClick={editor.keepMine} disabled={editor.saving} />
          <DefaultButton text={text('conflict.takeTheirs')} onClick={editor.takeTheirs} disabled={editor.saving} />
        </p>
      </div>
    );
  }
  return (
    <>
      {editor.problem && <p role="alert" className={styles.notice}>{writeProblemText(editor.problem)}</p>}
      {editor.notKept && <p role="alert" className={styles.notice}>{text('draft.notKept')}</p>}
      <p className={styles.editorButtons}>
        <PrimaryButton text={editor.saving ? text('save.saving') : submitLabel} onClick={onSubmit} disabled={editor.saving} />
        <DefaultButton text={text('common.cancel')} onClick={editor.leave} />
        {editor.fromDraft && <DefaultButton text={text('draft.discard')} onClick={editor.discard} />}
        <span className={styles.muted}>{text('editor.keys')}</span>
      </p>
    </>
  );
}

const Side: React.FC<{ title: string; values: { name: string; value: string }[] }> = ({ title, values }) => (
  <div>
    <h5>{title}</h5>
    <dl>{values.map(({ name, value }) => <div key={name}><dt>{name}</dt><dd className={styles.running}>{value || '–'}</dd></div>)}</dl>
  </div>
);
