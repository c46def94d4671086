import { DefaultButton, PrimaryButton } from '@fluentui/react/lib/Button';
import * as React from 'react';
import { Countdown } from '../shared/Countdown';
import { LazyPart } from '../shared/lazy';
import { writeProblemText } from '../shared/problemText';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import type { ConflictChoiceProps } from './ConflictChoice';
import type { FieldView } from './fieldViews';
import type { RowEditor } from './useRowEditor';

const ConflictChoice = React.lazy(() => import(/* webpackChunkName: 'conflict' */ './ConflictChoice')) as <Texts extends object>(props: ConflictChoiceProps<Texts>) => React.ReactElement;

interface EditorFooterProps<Row, Texts, Written extends object, Command> {
  editor: RowEditor<Row, Texts, Written, Command>;
  submitLabel: string;
  onSubmit: () => void;
  views: readonly FieldView<Written>[];
  /** Where a pause saves the row itself, and not a draft of it: how that is said, and how it is taken back. */
  live?: { kept: string; discard: string };
}

/** What stands below every editor: what went wrong, the choice when two wrote, and the buttons. */
export function EditorFooter<Row, Texts, Written extends object, Command extends { texts: Written }>({ editor, submitLabel, onSubmit, views, live, children }: React.PropsWithChildren<EditorFooterProps<Row, Texts, Written, Command>>): React.ReactElement {
  const { choice, topic, problem } = editor;
  if (choice) {
    return (
      <LazyPart>
        <ConflictChoice
          rules={topic.rules} views={views} base={choice.base} mine={choice.command.texts} theirs={topic.writtenOf(choice.theirs)} merge={choice.merge} saving={editor.saving}
          onSave={editor.choose} onWrite={editor.keepCombined} onTakeTheirs={editor.takeTheirs} onBack={editor.writeOn}
        />
      </LazyPart>
    );
  }
  return (
    <>
      {editor.savedMeanwhile && (
        <p role="status" className={styles.notice}>
          {text('editor.savedMeanwhile')} <button type="button" className={styles.link} onClick={editor.seeDifferences}>{text('editor.seeDifferences')}</button>
        </p>
      )}
      {problem?.kind === 'throttled' && !editor.saving ? (
        <p role="alert" className={styles.notice}>
          <Countdown seconds={problem.seconds} words="save.resend" onOver={onSubmit} />{' '}
          <button type="button" className={styles.link} onClick={editor.stopWaiting}>{text('save.stopWaiting')}</button>
        </p>
      ) : problem && <p role="alert" className={styles.notice}>{writeProblemText(problem)}</p>}
      {editor.notKept && <p role="alert" className={styles.notice}>{text('draft.notKept')}</p>}
      <p className={styles.editorButtons}>
        <PrimaryButton text={editor.saving ? text('save.saving') : submitLabel} onClick={onSubmit} disabled={editor.saving} />
        {children}
        <DefaultButton text={text(live ? 'common.close' : 'common.cancel')} onClick={editor.leave} />
        {(editor.fromDraft || editor.keptInList && live) && <DefaultButton text={live?.discard ?? text('draft.discard')} onClick={editor.discard} />}
        <span className={styles.muted}>{editor.keptInList ? live?.kept ?? text('draft.kept') : text('editor.keys')}</span>
      </p>
    </>
  );
}
