import * as React from 'react';
import styles from './shared.module.scss';

interface FormBehindButtonProps {
  label: string;
  /** The form; `close` takes it away and gives the focus back to the button. */
  children: (close: () => void) => React.ReactElement;
}

/** A button that opens a form in its own place. */
export const FormBehindButton: React.FC<FormBehindButtonProps> = ({ label, children }) => {
  const [open, setOpen] = React.useState(false);
  const button = React.useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    setTimeout(() => button.current?.focus(), 0);
  };
  return open
    ? children(close)
    : <p><button ref={button} type="button" className={styles.button} onClick={() => setOpen(true)}>{label}</button></p>;
};
