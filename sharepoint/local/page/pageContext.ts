import { tenantId } from '../tenant';
import type { LocalLanguage, LocalPage, LocalSite } from '../configuration';
import type { Caller, WebFacts } from '../host';

const cultures: Record<LocalLanguage, { name: string; lcid: number }> = { 'da-dk': { name: 'da-DK', lcid: 1030 }, 'en-us': { name: 'en-US', lcid: 1033 } };

/** Without these the runtime waits for parts of SharePoint's page that are not published. */
const killSwitches = {
  // The classic property pane instead of the sp-pages content panel.
  'a3f45048-0db5-4b7c-9a9a-e3183d216c4d': true,
  // No prefetch of Entra ID tokens.
  '2bf3e1ce-55da-4552-bc41-e3d072202d3c': true
};

/** `_spPageContextInfo` as SharePoint writes it into a page. */
export function pageContextInfo(origin: string, site: LocalSite, page: LocalPage, caller: Caller, facts: WebFacts): Record<string, unknown> {
  const culture = cultures[caller.language];
  const webUrl = origin + site.url;
  const { account } = caller;
  return {
    webServerRelativeUrl: site.url, webAbsoluteUrl: webUrl, siteAbsoluteUrl: webUrl, siteServerRelativeUrl: site.url, serverRequestPath: `${site.url}/SitePages/${page.name}`, layoutsUrl: '_layouts/15',
    webId: `{${facts.webId}}`, siteId: `{${facts.siteId}}`, webTitle: facts.title, webTemplate: '68', webTemplateConfiguration: 'SITEPAGEPUBLISHING#0',
    webLanguage: facts.localeId, webLanguageName: cultures['da-dk'].name, currentLanguage: culture.lcid, currentCultureName: culture.name, currentUICultureName: culture.name, currentCultureLCID: culture.lcid,
    isRightToLeft: false, userId: facts.userId, userLoginName: account.login, userPrincipalName: account.login, userDisplayName: account.title, userEmail: account.email ?? account.login,
    systemUserKey: `i:0h.f|membership|${account.login}`, isAnonymousGuestUser: false, isExternalGuestUser: false, isEmailAuthenticationGuestUser: false, isSiteAdmin: facts.isSiteAdmin, isSiteOwner: facts.isSiteAdmin,
    isAppWeb: false, isNoScriptEnabled: true, webPermMasks: { High: facts.permissions.high, Low: facts.permissions.low }, listPermsMask: null, listId: '', listUrl: '', listTitle: '', listBaseTemplate: -1, pageItemId: -1,
    hasManageWebPermissions: facts.isSiteAdmin, formDigestValue: facts.formDigestValue, formDigestTimeoutSeconds: facts.formDigestTimeoutSeconds, serverTime: new Date(facts.now).toISOString(),
    CorrelationId: '00000000-0000-4000-b000-000000000010', siteClientTag: '0$$16.0.1', env: 'prod', env2: 'prod', cloudType: 'prod', farmLabel: 'local', aadTenantId: tenantId,
    aadUserId: '00000000-0000-4000-b000-000000000021', aadSessionId: '00000000-0000-4000-b000-000000000022', aadInstanceUrl: 'https://login.microsoftonline.com', msGraphEndpointUrl: 'https://graph.microsoft.com',
    // Without a principal for web parts the runtime itself refuses tokens for Graph and other APIs, at once.
    spfx3rdPartyServicePrincipalId: '00000000-0000-0000-0000-000000000000', ExpFeatures: [], killSwitches, ECSClientFeatures: [], experimentData: '', themedCssFolderUrl: null, themedImageFileNames: null,
    blockDownloadsExperienceEnabled: false, cdnPrefix: '', portalUrl: `${origin}/`, preferUserTimeZone: false, webTimeZoneData: timeZoneData(facts), userTimeZoneData: null, featureInfo: {}, groupId: null, groupType: null,
    groupHasHomepage: false, siteClassification: '', sitePagesEnabled: true, sitePagesFeatureVersion: 9, webUIVersion: 15, hubSiteId: null, isHubSite: false, recycleBinItemCount: 0, publishingFeatureOn: false,
    socialBarEnabled: true, alertsEnabled: false, MenuData: { SettingsData: [], SignOutUrl: '' }
  };
}

function timeZoneData({ timeZone }: WebFacts): Record<string, unknown> {
  return {
    Description: timeZone.description, Bias: timeZone.bias, DaylightBias: timeZone.daylightBias, StandardBias: timeZone.standardBias, Id: timeZone.id, DaylightDate: {}, StandardDate: {}
  };
}
