import * as React from 'react';
import styles from '../shared/shared.module.scss';

/** The colours of the page or of the section that the web part stands in. */
export interface PlanTheme {
  isInverted: boolean;
  background: string;
  text: string;
  subtleText: string;
  accent: string;
  accentText: string;
  rule: string;
  shade: string;
}

const ThemeContext = React.createContext<PlanTheme | undefined>(undefined);

/** Sets the theme as CSS variables for our own parts; the lazily loaded Fluent controls read it from the context. */
export const ThemeFrame: React.FC<{ theme: PlanTheme }> = ({ theme, children }) => {
  const variables = {
    '--upl-background': theme.background, '--upl-text': theme.text, '--upl-subtle': theme.subtleText, '--upl-accent': theme.accent,
    '--upl-accent-text': theme.accentText, '--upl-rule': theme.rule, '--upl-shade': theme.shade
  } as React.CSSProperties;
  return (
    <ThemeContext.Provider value={theme}>
      <div className={`${styles.frame} ${theme.isInverted ? styles.inverted : ''}`} style={variables}>{children}</div>
    </ThemeContext.Provider>
  );
};

/** @throws Error outside a ThemeFrame */
export function usePlanTheme(): PlanTheme {
  const theme = React.useContext(ThemeContext);
  if (!theme) {
    throw new Error('usePlanTheme needs a ThemeFrame above it.');
  }
  return theme;
}
