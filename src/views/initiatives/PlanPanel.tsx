import { Panel, PanelType } from '@fluentui/react/lib/Panel';
import * as React from 'react';
import { ThemeFrame, usePlanTheme } from '../app/ThemeFrame';
import { FluentFrame } from '../shared/FluentFrame';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

/** A panel beside the page. It hangs outside the web part, so the colours of the plan are set anew in it. */
export const PlanPanel: React.FC<{ heading: string; onClose: () => void }> = ({ heading, onClose, children }) => {
  const theme = usePlanTheme();
  return (
    <FluentFrame>
      <Panel isOpen isBlocking headerText={heading} type={PanelType.custom} customWidth="min(680px, 100vw)" closeButtonAriaLabel={text('common.close')} onDismiss={onClose}>
        <ThemeFrame theme={theme}><div className={styles.root}>{children}</div></ThemeFrame>
      </Panel>
    </FluentFrame>
  );
};
