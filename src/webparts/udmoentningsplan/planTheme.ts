import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import type { PlanTheme } from '../../views/app/ThemeFrame';

/** The colours of the section that the web part stands in, by token, with SharePoint's own defaults where one is missing. */
export function planTheme(theme: IReadonlyTheme | undefined): PlanTheme {
  const semantic = theme?.semanticColors;
  const palette = theme?.palette;
  return {
    isInverted: theme?.isInverted === true,
    background: semantic?.bodyBackground ?? '#ffffff',
    text: semantic?.bodyText ?? '#323130',
    subtleText: semantic?.bodySubtext ?? '#605e5c',
    accent: semantic?.link ?? palette?.themePrimary ?? '#03787c',
    accentText: palette?.white ?? '#ffffff',
    rule: semantic?.bodyDivider ?? '#e1dfdd',
    // A dark section's standout colour is not always set with it; its lighter neutral is.
    shade: (theme?.isInverted ? palette?.neutralLighter : semantic?.bodyStandoutBackground) ?? '#f8f7f6'
  };
}
