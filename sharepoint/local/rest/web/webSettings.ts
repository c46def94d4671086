import type { WebRecord } from '../state/records';

/** Properties of a site that people with Manage Web may set, and what they are until somebody does. */
export const settingDefaults: Record<string, string | number | boolean | null> = {
  CommentsOnSitePagesDisabled: false,
  EnableMinimalDownload: false,
  FooterEmphasis: 0,
  FooterEnabled: false,
  FooterLayout: 0,
  HeaderEmphasis: 0,
  HeaderLayout: 0,
  HideTitleInHeader: false,
  HorizontalQuickLaunch: false,
  IsMultilingual: false,
  LogoAlignment: 0,
  MegaMenuEnabled: false,
  MembersCanShare: true,
  NavAudienceTargetingEnabled: false,
  NoCrawl: false,
  OverwriteTranslationsOnChange: false,
  QuickLaunchEnabled: true,
  RequestAccessEmail: '',
  SearchScope: 0,
  SiteLogoDescription: null,
  SiteLogoUrl: null,
  SyndicationEnabled: true,
  TreeViewEnabled: false
};

/** The page that the site opens with. */
export const welcomePage = (web: WebRecord): string => String(web.settings?.WelcomePage ?? 'SitePages/Home.aspx');

export const settingOf = (name: string) => (web: WebRecord): unknown => web.settings?.[name] ?? settingDefaults[name];

/** The web with what the body sets; other properties of the type are ignored, as an item's read-only ones are [A]. */
export function withSettings(web: WebRecord, body: Record<string, unknown>): WebRecord {
  const text = (name: string, otherwise: string): string => (typeof body[name] === 'string' ? String(body[name]) : otherwise);
  const set = Object.fromEntries(Object.entries(body).filter(([name]) => name in settingDefaults)) as WebRecord['settings'];
  return { ...web, title: text('Title', web.title), description: text('Description', web.description), settings: { ...web.settings, ...set }, version: web.version + 1 };
}
