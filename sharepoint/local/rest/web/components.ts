import type { RequestContext } from '../dispatch/context';
import type { Node, Operation } from '../odata/nodes';
import type { WebRecord } from '../state/records';

/** A component of an installed package, as `GetClientSideComponents` answers it. */
function components(context: RequestContext, path: string, wanted?: ReadonlySet<string>): Node {
  const results = context.manifests()
    .map((manifest) => manifest as { id?: unknown; componentType?: unknown; alias?: unknown })
    .filter((manifest) => wanted === undefined || wanted.has(String(manifest.id).toLowerCase()))
    .map((manifest) => ({
      ComponentType: manifest.componentType === 'WebPart' ? 1 : 0,
      Id: String(manifest.id ?? '').toLowerCase(),
      Manifest: JSON.stringify(manifest),
      ManifestType: 1,
      Name: String(manifest.alias ?? ''),
      Status: 0
    }));
  return {
    kind: 'value', name: path.slice(path.lastIndexOf('/') + 1),
    type: 'Collection(Microsoft.SharePoint.ClientSideComponent.SPClientSideComponentQueryResult)', value: results
  };
}

/** The packages of the tenant, from the page side's manifests. */
export const componentFunctions: Record<string, Operation<WebRecord>> = {
  GetClientSideWebParts: (_, __, context, path) => components(context, path),
  GetClientSideComponents: (_, __, context, path) => components(context, path),
  GetClientSideComponentsById: (_, args, context, path) => {
    const ids = args.value('componentIds');
    return components(context, path, new Set((Array.isArray(ids) ? ids : []).map((id) => String(id).toLowerCase())));
  }
};
