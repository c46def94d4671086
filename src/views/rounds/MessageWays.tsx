import * as React from 'react';
import { messageLinks, type Message } from '../../plan/rounds/messageLinks';
import { useAnnounce } from '../shared/announcer';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

interface MessageWaysProps {
  message: Message;
  /** Whom it goes to, for those who hear the links alone. */
  to: string;
  /** Why it cannot be sent from here. */
  note?: string;
}

/** The ways to send a message: each opens it ready elsewhere, and the text can be copied. */
export const MessageWays: React.FC<MessageWaysProps> = ({ message, to, note }) => {
  const announce = useAnnounce();
  const [shown, setShown] = React.useState(false);
  const [byHand, setByHand] = React.useState(false);
  const links = messageLinks(message);
  const ways = (['outlook', 'teams', 'mailto'] as const).filter(() => message.to.length > 0);
  const name = (way: string): string => `${way}: ${to}`;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(`${message.subject}\n\n${message.body}`);
      announce(text('rounds.copied'));
    } catch {
      // Pages that are not trusted, and some frames, may not write to the clipboard: then the text is there to be marked.
      setShown(true);
      setByHand(true);
    }
  };
  return (
    <>
      {note && <p className={styles.muted}>{note}</p>}
      <div className={styles.rowActions}>
        {ways.map((way) => (
          <a key={way} className={styles.link} href={links[way]} target="_blank" rel="noopener noreferrer" aria-label={name(text(`rounds.ask.${way}` as const))}>{text(`rounds.ask.${way}` as const)}</a>
        ))}
        <button type="button" className={styles.link} aria-label={name(text('rounds.ask.copy'))} onClick={() => { copy().catch(() => undefined); }}>{text('rounds.ask.copy')}</button>
        <button type="button" className={styles.link} aria-expanded={shown} aria-label={name(text('rounds.text'))} onClick={() => setShown(!shown)}>{text('rounds.text')}</button>
      </div>
      {shown && byHand && <p role="alert" className={styles.notice}>{text('rounds.copyByHand')}</p>}
      {shown && <div className={styles.messageText} tabIndex={0} role="group" aria-label={name(text('rounds.text'))}><strong>{message.subject}</strong>{`\n\n${message.body}`}</div>}
    </>
  );
};
