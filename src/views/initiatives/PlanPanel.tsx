import { Panel, PanelType } from '@fluentui/react/lib/Panel';
import * as React from 'react';
import { ThemeFrame, usePlanTheme } from '../app/ThemeFrame';
import { Announcer } from '../shared/announcer';
import { FluentFrame } from '../shared/FluentFrame';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

/** A panel beside the page. It hangs outside the web part, which is silent meanwhile: colours and live region are its own. */
export const PlanPanel: React.FC<{ heading: string; onClose: () => void }> = ({ heading, onClose, children }) => {
  const theme = usePlanTheme();
  return (
    <FluentFrame>
      <Panel isOpen isBlocking headerText={heading} type={PanelType.custom} customWidth="min(680px, 100vw)" closeButtonAriaLabel={text('common.close')} onDismiss={onClose}>
        <ThemeFrame theme={theme}><Announcer><div className={styles.root}>{children}</div></Announcer></ThemeFrame>
      </Panel>
    </FluentFrame>
  );
};
