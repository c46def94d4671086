import { demand, type RequestContext } from '../dispatch/context';
import { sharePointException } from '../http/errors';
import { type CollectionNode, entityNode, type EntityNode, type Navigate, nullNode, type Resource, type ValueNode } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { rights } from '../permissions/masks';
import type { WebRecord } from '../state/records';

interface Feature { id: string }

const featureResource: Resource<Feature> = {
  edmType: 'SP.Feature',
  properties: {
    DefinitionId: ({ id }) => id,
    DisplayName: () => null
  },
  onDemand: new Set(['DisplayName'])
};

/** Where the ids of those that are switched on stand among the settings of the web. */
const kept = { site: 'Features of the site', web: 'Features' } as const;

function features(place: keyof typeof kept, context: RequestContext, path: string): CollectionNode {
  const all = (): string[] => String(context.web().settings?.[kept[place]] ?? '').split(',').filter((id) => id !== '');
  const node = (id: string): EntityNode => entityNode(featureResource, { id }, `${path}/GetById(guid'${id}')`);
  // [S] Who asks for one that is not switched on is told by odata.null.
  const byId = (id: string): EntityNode | ValueNode => (all().includes(id) ? node(id) : nullNode('SP.Feature', path));
  const keep = (ids: string[]): void => {
    const web = context.web();
    demand(context.effective.onWeb(web), rights.manageWeb);
    context.store.webs.put({ ...web, settings: { ...web.settings, [kept[place]]: ids.join(',') }, version: web.version + 1 });
  };
  return {
    kind: 'collection',
    shape: metadataShape('SP.Feature', context.metadata),
    path,
    members: () => all().map(node),
    byKey: (key) => byId(key.guid('featureId')),
    functions: {
      GetById: (args) => byId(args.guid('featureId')),
      Add: (args) => {
        const id = args.guid('featureId');
        if (all().includes(id) && !args.flag('force', false)) {
          throw sharePointException(`Feature with Id '${id}' is already activated at scope '${context.webUrl}'.`); // [A] number
        }
        keep([...all().filter((other) => other !== id), id]);
        return node(id);
      },
      Remove: (args) => {
        const id = args.guid('featureId');
        // [S] With force, too.
        if (!all().includes(id)) {
          throw sharePointException(`Feature with Id '${id}' is not activated in this scope.`, 500, -2146232832); // [A] text
        }
        keep(all().filter((other) => other !== id));
        return undefined;
      }
    }
  };
}

/** [A] Nothing is switched on at first, any feature may be, and none does anything here. */
export const featuresOfWeb: Navigate<WebRecord> = (_, context, path) => features('web', context, path);
export const featuresOfSite: Navigate<WebRecord> = (_, context, path) => features('site', context, path);
