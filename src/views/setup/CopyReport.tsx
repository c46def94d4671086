import { DefaultButton } from '@fluentui/react/lib/Button';
import * as React from 'react';
import { useAnnounce } from '../shared/announcer';
import styles from '../shared/shared.module.scss';
import { text as label } from '../shared/texts';

/** Copies the report; where the browser will not, the text stands to be copied by hand. */
export const CopyReport: React.FC<{ text: () => string }> = ({ text }) => {
  const announce = useAnnounce();
  const [byHand, setByHand] = React.useState<string>();
  const copy = (): void => {
    const report = text();
    // A browser may refuse, or have no clipboard to ask at all.
    Promise.resolve().then(() => navigator.clipboard.writeText(report)).then(() => announce(label('setup.copied')), () => setByHand(report));
  };
  return (
    <>
      <DefaultButton text={label('setup.copy')} onClick={copy} />
      {byHand !== undefined && <textarea className={styles.report} aria-label={label('setup.copy')} readOnly rows={12} value={byHand} onFocus={(event) => event.target.select()} />}
    </>
  );
};
