import { demand, type RequestContext } from '../dispatch/context';
import { accessDenied, sharePointException } from '../http/errors';
import { rights } from '../permissions/masks';
import type { FieldRecord } from '../state/records';
import { withCompanions } from '../taxonomy/termColumns';
import { builtInFields } from './builtIn';
import { applyProperties, checkField, fieldFromXml, type FieldOwner } from './changeFields';

/** The web as the owner of its columns: those that lists and libraries begin with, and those made here. [A] SharePoint begins with some four hundred. */
export function siteColumns(context: RequestContext): FieldOwner {
  const { webId, url, localeId } = context.web();
  const first = [...builtInFields(101, 1, localeId), ...builtInFields(100, 0, localeId)];
  const own = [...context.store.siteColumns.values()].filter(({ site }) => site === url).map(({ field }) => field);
  return {
    id: webId, url, fields: [...new Map(first.map((field) => [field.id, field])).values(), ...own],
    settings: { readSecurity: 1, writeSecurity: 1, enableVersioning: true }
  };
}

const demandChange = (context: RequestContext): void => demand(context.effective.onWeb(context.web()), rights.manageWeb);

export function createSiteColumn(xml: string, options: number, context: RequestContext): FieldRecord {
  demandChange(context);
  const owner = siteColumns(context);
  const { field, more } = withCompanions(owner.fields, fieldFromXml(owner, xml, options, context), context);
  [...more, field].forEach((column) => context.store.siteColumns.put({ site: context.site.url, field: column }));
  return field;
}

/** [A] Lists that have the column keep it as it was: REST pushes nothing down. */
export function updateSiteColumn(field: FieldRecord, body: Record<string, unknown>, context: RequestContext): void {
  demandChange(context);
  if (field.fromBaseType) {
    throw accessDenied(); // [A]
  }
  const changed = applyProperties(field, body);
  checkField(siteColumns(context), changed, context);
  context.store.siteColumns.put({ site: context.site.url, field: changed });
}

/** @throws SharePointError 403 for one that every site has, 500 for one that a content type has */
export function removeSiteColumn(field: FieldRecord, context: RequestContext): undefined {
  demandChange(context);
  if (field.fromBaseType) {
    throw accessDenied();
  }
  const isUsed = [...context.store.contentTypes.values()].some(({ site, type }) => site === context.site.url && type.fieldLinks?.some(({ id }) => id === field.id));
  if (isUsed) {
    throw sharePointException('Site columns which are included in content types cannot be deleted. Remove all references to this site column prior to deleting it.'); // [A] number
  }
  context.store.siteColumns.delete(`${context.site.url}|${field.id}`);
  return undefined;
}
