import * as React from 'react';
import { heading, type DocumentModel } from '../../documents/model/documentModel';
import { useAnnounce } from './announcer';
import styles from './shared.module.scss';
import { text } from './texts';

interface CopyDocumentProps {
  label: string;
  /** What is copied, for those who hear the button alone. */
  of: string;
  load: () => Promise<DocumentModel>;
}

/** Copies a document with its title as rich text and as plain text beside it; where the browser will not, the text stands to be copied by hand. */
export const CopyDocument: React.FC<CopyDocumentProps> = ({ label, of, load }) => {
  const announce = useAnnounce();
  const [byHand, setByHand] = React.useState<string>();
  const copy = async (): Promise<void> => {
    const [{ toHtml }, { toPlainText }] = await Promise.all([
      import(/* webpackChunkName: 'copying' */ '../../documents/model/toHtml'), import(/* webpackChunkName: 'copying' */ '../../documents/model/toPlainText')
    ]);
    const { title, ...model } = await load();
    const whole = { ...model, title, blocks: [heading(1, title), ...model.blocks] };
    const plain = toPlainText(whole);
    try {
      await writeBoth(toHtml(whole), plain);
      setByHand(undefined);
      announce(text('rounds.copied'));
    } catch {
      // Pages that are not trusted, and some frames, may not write to the clipboard.
      setByHand(plain);
    }
  };
  return (
    <>
      <button type="button" className={styles.button} aria-label={`${label}: ${of}`} onClick={() => { copy().catch(() => setByHand('')); }}>{label}</button>
      {byHand !== undefined && (
        <>
          <p role="alert" className={styles.notice}>{text(byHand === '' ? 'lazy.failed' : 'rounds.copyByHand')}</p>
          {byHand !== '' && <textarea className={styles.report} aria-label={`${label}: ${of}`} readOnly rows={10} value={byHand} onFocus={(event) => event.target.select()} />}
        </>
      )}
    </>
  );
};

async function writeBoth(html: string, plain: string): Promise<void> {
  if (typeof ClipboardItem === 'undefined') {
    return navigator.clipboard.writeText(plain);
  }
  await navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([plain], { type: 'text/plain' }) })]);
}
