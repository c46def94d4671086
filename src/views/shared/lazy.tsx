import * as React from 'react';
import { text } from './texts';
import styles from './shared.module.scss';

/**
 * Shows what only some people open. After an upgrade of the package the chunk may be gone from the server: then
 * the person is offered a reload instead of an empty place; what they typed lies in the draft store.
 */
export class LazyPart extends React.Component<{ children: React.ReactNode }, { failed: boolean }> {
  public state = { failed: false };

  public static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  public render(): React.ReactNode {
    if (this.state.failed) {
      return (
        <div role="alert" className={styles.notice}>
          {text('lazy.failed')} <button type="button" className={styles.link} onClick={() => window.location.reload()}>{text('lazy.reload')}</button>
        </div>
      );
    }
    return <React.Suspense fallback={<span className={styles.muted} role="status">{text('common.loading')}</span>}>{this.props.children}</React.Suspense>;
  }
}
