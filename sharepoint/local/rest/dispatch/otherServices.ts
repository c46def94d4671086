/**
 * Services that SharePoint has beside its `$metadata`, by the segment they begin with, and that are not built: a stranger is told so, and does not
 * take a 404 for the answer of a site that has none.
 */
const services = new Set([
  'search', 'sitepages', 'social.feed', 'social.following', 'spsitemanager', 'groupsitemanager', 'thememanager', 'apps', 'sphomeservice', 'v2.0', 'v2.1',
  'publishing', 'grouphubs', 'groupservice', 'sharinglinks', 'siteiconmanager'
]);

/** The same behind items, files, folders and webs: what people say about them, and sharing. */
const sharing = ['sharelink', 'shareobject', 'unsharelink', 'unshareobject', 'getsharinginformation', 'checksharingpermissions', 'deletesharinglinkbykind', 'sharefolder'];
const behind: Record<string, ReadonlySet<string> | undefined> = {
  '': services,
  'SP.ListItem': new Set(sharing), 'SP.File': new Set(sharing), 'SP.Folder': new Set(sharing), 'SP.Web': new Set(sharing)
};

export const isOtherService = (segment: string, edmType: string = ''): boolean => behind[edmType]?.has(segment.toLowerCase()) === true;
