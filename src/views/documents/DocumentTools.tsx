import * as React from 'react';
import type { DocumentModel } from '../../documents/model/documentModel';
import { toHtml } from '../../documents/model/toHtml';
import { toPlainText } from '../../documents/model/toPlainText';
import { problemOf } from '../../plan/problem';
import { useAnnounce } from '../shared/announcer';
import { download, fileNameOf } from '../shared/download';
import { readProblemText } from '../shared/problemText';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import styles from './documents.module.scss';
import { DocumentView } from './DocumentView';

interface DocumentToolsProps {
  model: DocumentModel;
  /** The words of the file's name. */
  name: readonly string[];
  /** The Word file where it lies ready; undefined: it is made from the model. */
  filedWord?: () => Promise<Uint8Array>;
  /** What stands first in the bar. */
  children?: React.ReactNode;
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A document on screen with the ways out: to copy as rich and plain text, as Word, on paper. */
export const DocumentTools: React.FC<DocumentToolsProps> = ({ model, name, filedWord, children }) => {
  const announce = useAnnounce();
  const [byHand, setByHand] = React.useState(false);
  const [problem, setProblem] = React.useState('');
  const plain = toPlainText(model);
  const copy = async (): Promise<void> => {
    try {
      const part = (content: string, type: string): Blob => new Blob([content], { type });
      await navigator.clipboard.write([new ClipboardItem({ 'text/html': part(toHtml(model), 'text/html'), 'text/plain': part(plain, 'text/plain') })]);
      setByHand(false);
      announce(text('documents.copied'));
    } catch {
      // Pages that are not trusted, and some frames, may not write to the clipboard: then the text is there to be marked.
      setByHand(true);
    }
  };
  const word = async (): Promise<void> => {
    setProblem('');
    // What was filed is handed out as it lies there; only what has no file is made.
    const bytes = filedWord ? await filedWord() : await (await import(/* webpackChunkName: 'word' */ '../../documents/model/toDocx')).toDocx(model);
    download(new Blob([new Uint8Array(bytes)], { type: wordType }), fileNameOf(name, 'docx'));
  };
  return (
    <>
      <div className={`${styles.bar} ${styles.notPrinted}`}>
        {children}
        <button type="button" className={sharedStyles.button} onClick={() => { copy().catch(() => undefined); }}>{text('documents.copy')}</button>
        <button type="button" className={sharedStyles.button} onClick={() => { word().catch((error: unknown) => setProblem(readProblemText(problemOf(error)).title)); }}>{text('documents.word')}</button>
        <button type="button" className={sharedStyles.button} onClick={() => window.print()}>{text('common.print')}</button>
      </div>
      {problem && <p role="alert" className={sharedStyles.notice}>{problem}</p>}
      {byHand && (
        <div role="alert" className={sharedStyles.notice}>
          <p>{text('documents.copyFailed')}</p>
          <textarea className={styles.byHand} readOnly value={plain} aria-label={model.title} onFocus={(event) => event.target.select()} />
        </div>
      )}
      <DocumentView model={model} />
    </>
  );
};
