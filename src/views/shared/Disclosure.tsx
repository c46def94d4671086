import * as React from 'react';
import { Icon } from './icons';
import styles from './shared.module.scss';

interface DisclosureProps {
  label: string;
  buttonClass: string;
  /** Told to those who cannot see that what stands below belongs to the button. */
  current?: boolean;
  busy?: boolean;
  children: (close: () => void) => React.ReactNode;
}

/** A button with a few things to choose below it. Escape closes and gives the focus back; so does leaving it. */
export const Disclosure: React.FC<DisclosureProps> = ({ label, buttonClass, current, busy, children }) => {
  const [open, setOpen] = React.useState(false);
  const frame = React.useRef<HTMLDivElement>(null);
  const button = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => {
    if (!open) {
      return undefined;
    }
    const leave = (event: Event): void => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) {
        setOpen(false);
      }
    };
    const events = ['pointerdown', 'focusin'];
    events.forEach((name) => document.addEventListener(name, leave));
    return () => events.forEach((name) => document.removeEventListener(name, leave));
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div ref={frame} className={styles.disclosure} onKeyDown={(event) => {
      if (open && event.key === 'Escape') {
        event.stopPropagation();
        close();
      }
    }}>
      <button ref={button} type="button" className={buttonClass} aria-expanded={open} aria-current={current ? 'true' : undefined} disabled={busy} onClick={() => setOpen(!open)}>
        {label} <Icon name="descending" />
      </button>
      {open && <div className={styles.disclosed}>{children(close)}</div>}
    </div>
  );
};
