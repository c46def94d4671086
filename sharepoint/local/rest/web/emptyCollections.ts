import { type CollectionNode, type Navigate } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { resourceNotFound } from '../http/errors';
import type { RequestContext } from '../dispatch/context';

/** What strangers ask for and a site of this machine has none of, by the type of its members. */
const types = {
  Alerts: 'SP.Alert',
  EventReceivers: 'SP.EventReceiverDefinition',
  WebInfos: 'SP.WebInformation',
  Webs: 'SP.Web',
  WorkflowAssociations: 'SP.Workflow.WorkflowAssociation'
} as const;

export const emptyCollection = (type: string, context: RequestContext, path: string): CollectionNode => ({
  kind: 'collection',
  shape: metadataShape(type, context.metadata),
  path,
  members: () => [],
  byKey: () => {
    throw resourceNotFound(path, false); // [A]
  }
});

/** Navigations of a site, list or user that lead to nothing. */
export const emptyNavigations = (...names: (keyof typeof types)[]): Record<string, Navigate<object>> =>
  Object.fromEntries(names.map((name) => [name, (_: object, context: RequestContext, path: string) => emptyCollection(types[name], context, path)]));
