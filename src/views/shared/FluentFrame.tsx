import { getIcon, registerIcons, setIconOptions } from '@fluentui/react/lib/Styling';
import { createTheme, ThemeProvider, type Theme } from '@fluentui/react/lib/Theme';
import * as React from 'react';
import { usePlanTheme, type PlanTheme } from '../app/ThemeFrame';
import { Icon } from './icons';

// Fluent's own icon set is a font from a foreign host. SharePoint's page has it; where the page has not, the few that
// the controls here use are drawn by us.
setIconOptions({ disableWarnings: true });
const drawn = { ChevronDown: <Icon name="descending" />, CheckMark: <Icon name="OnTrack" />, Cancel: <Icon name="close" />, Clear: <Icon name="close" /> };
registerIcons({ icons: Object.fromEntries(Object.entries(drawn).filter(([name]) => getIcon(name) === undefined)) });

/** Gives Fluent's controls the page's colours. An error is icon and word in the text's colour: red is OBS alone. */
export const FluentFrame: React.FC = ({ children }) => {
  const plan = usePlanTheme();
  const theme = React.useMemo(() => fluentTheme(plan), [plan]);
  return <ThemeProvider theme={theme} applyTo="none">{children}</ThemeProvider>;
};

function fluentTheme(plan: PlanTheme): Theme {
  return createTheme({
    isInverted: plan.isInverted,
    palette: {
      themePrimary: plan.accent, themeDarkAlt: plan.accent, themeDark: plan.accent, themeDarker: plan.accent, neutralPrimary: plan.text, neutralDark: plan.text,
      neutralSecondary: plan.subtleText, neutralPrimaryAlt: plan.text, white: plan.background, neutralLighter: plan.shade, neutralLight: plan.shade, neutralTertiary: plan.subtleText
    },
    semanticColors: {
      bodyText: plan.text, bodyBackground: plan.background, inputBackground: plan.background, inputText: plan.text, inputPlaceholderText: plan.subtleText, inputBorder: plan.subtleText,
      errorText: plan.text, primaryButtonBackground: plan.accent, primaryButtonText: plan.accentText, primaryButtonBackgroundHovered: plan.accent, primaryButtonTextHovered: plan.accentText
    }
  });
}
