/**
 * Services that SharePoint has beside its `$metadata`, by the segment they begin with. None is built: a stranger is told so, and does not
 * take a 404 for the answer of a site that has none.
 */
const services = new Set([
  'search', 'navigation', 'sitepages', 'social.feed', 'social.following', 'spsitemanager', 'groupsitemanager', 'thememanager', 'apps', 'sphomeservice', 'v2.0', 'v2.1',
  'publishing', 'grouphubs', 'groupservice', 'sharinglinks', 'siteiconmanager'
]);

/** The same behind an item. */
const ofItems = new Set(['comments', 'likedbyinformation', 'reputation']);

export const isOtherService = (segment: string, edmType: string = ''): boolean =>
  (edmType === '' ? services : edmType === 'SP.ListItem' ? ofItems : new Set<string>()).has(segment.toLowerCase());
