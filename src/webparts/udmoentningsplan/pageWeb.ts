import type { WebRow } from '../../lists/readSite';

/** What is used of `_spPageContextInfo`; Microsoft gives it no type. */
interface PageContextInfo {
  webTitle?: unknown;
  webPermMasks?: { High?: unknown; Low?: unknown };
  userId?: unknown;
  userDisplayName?: unknown;
  userLoginName?: unknown;
  userEmail?: unknown;
  webTimeZoneData?: { Id?: unknown } | null;
}

/**
 * What SharePoint wrote into the page of its own site and of whoever opened it: it spares the first reading a request.
 * @returns undefined when anything of it is missing; it is asked for then
 */
export function pageWeb(info: PageContextInfo | undefined): WebRow | undefined {
  const { webTitle, webPermMasks, userId, userDisplayName, userLoginName, userEmail, webTimeZoneData } = info ?? {};
  const { High: high, Low: low } = webPermMasks ?? {};
  const zone = webTimeZoneData?.Id;
  if (typeof webTitle !== 'string' || typeof high !== 'number' || typeof low !== 'number' || typeof userId !== 'number' || typeof userDisplayName !== 'string' || typeof userLoginName !== 'string' || typeof zone !== 'number') {
    return undefined;
  }
  return {
    Title: webTitle, EffectiveBasePermissions: { High: high, Low: low }, RegionalSettings: { TimeZone: { Id: zone } },
    CurrentUser: { Id: userId, Title: userDisplayName, LoginName: userLoginName, Email: typeof userEmail === 'string' ? userEmail : undefined }
  };
}
