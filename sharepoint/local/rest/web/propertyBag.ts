import { accessDenied } from '../http/errors';
import { entityNode, type EntityNode, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import type { WebRecord } from '../state/records';

/** Keys as REST writes them: `_` is `_x005f_`. */
const entries = (web: WebRecord): Record<string, string> => ({
  vti_x005f_approvallevels: 'Approved Rejected Pending\\ Review',
  vti_x005f_associategroups: `${web.groups.owners};${web.groups.visitors};${web.groups.members}`,
  vti_x005f_associatemembergroup: String(web.groups.members),
  vti_x005f_associateownergroup: String(web.groups.owners),
  vti_x005f_associatevisitorgroup: String(web.groups.visitors),
  vti_x005f_defaultlanguage: web.localeId === 1030 ? 'da-dk' : 'en-us',
  vti_x005f_extenderversion: '16.0.0.26121'
});

/** The property bag: read by all, written by nobody, as scripts are not allowed on the site (`noscript`). */
const propertyBagResource: Resource<WebRecord> = {
  edmType: 'SP.PropertyValues',
  properties: {},
  shapeOf: (_, context) => metadataShape('SP.PropertyValues', context.metadata),
  defaultsOf: (web) => Object.keys(entries(web)),
  dynamic: (web, name) => entries(web)[name] ?? null,
  update: () => {
    throw accessDenied();
  }
};

export const propertyBagNode = (web: WebRecord): EntityNode => entityNode(propertyBagResource, web, 'Web/AllProperties');
