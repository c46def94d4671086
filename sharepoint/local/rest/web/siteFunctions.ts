import { visibleLists } from '../lists/findLists';
import type { Arguments } from '../odata/arguments';
import { formatTime } from '../odata/dates';
import { entityNode, type Node, nullNode, type Operation, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import type { RequestContext } from '../dispatch/context';
import { demand } from '../dispatch/context';
import { invalidRequest } from '../http/errors';
import { extensionOf } from '../items/place';
import { rights } from '../permissions/masks';
import type { WebRecord } from '../state/records';

/** The site that an absolute address is in, if there is one here. */
function siteOf(address: string, context: RequestContext): string | undefined {
  if (!URL.canParse(address)) {
    throw invalidRequest('The address is not an absolute URL.'); // [A]
  }
  const { origin, pathname } = new URL(address);
  const path = decodeURIComponent(pathname).toLowerCase();
  return origin !== context.origin() ? undefined : context.sites.map(({ url }) => url).find((url) => path === url.toLowerCase() || path.startsWith(`${url.toLowerCase()}/`));
}

const value = (type: string, name: string, of: unknown): Node => ({ kind: 'value', type, name, value: of });

/** Functions that stand by themselves, not on a web: what is where. By lower-case name. */
export const addressFunctions: Record<string, (args: Arguments, context: RequestContext) => Node> = {
  sp_site_exists: (args, context) => {
    const address = args.text('url').replace(/\/$/, '');
    return value('Edm.Boolean', 'Exists', decodeURI(address).toLowerCase() === `${context.origin()}${siteOf(address, context) ?? '/'}`.toLowerCase());
  },
  sp_web_getweburlfrompageurl: (args, context) => {
    const site = siteOf(args.text('pageFullUrl'), context);
    return value('Edm.String', 'GetWebUrlFromPageUrl', site === undefined ? null : context.origin() + site);
  },
  // [A] Of the site that is asked only.
  sp_web_getdocumentlibraries: (args, context) => value('Collection(SP.DocumentLibraryInformation)', 'GetDocumentLibraries', siteOf(args.text('webFullUrl'), context) !== context.site.url
    ? []
    : visibleLists(context).filter(({ baseType, hidden }) => baseType === 1 && !hidden).map((list) => ({
      AbsoluteUrl: `${context.origin()}${encodeURI(list.url)}`, Modified: formatTime(context.store.counters.get(list.id)?.lastItemModified ?? list.created),
      ServerRelativeUrl: list.url, Title: list.title
    })))
};

interface Template {
  id: number;
  name: string;
  title: string;
}

const templateResource: Resource<Template> = {
  edmType: 'SP.WebTemplate',
  properties: {
    Description: ({ title }) => title,
    DisplayCategory: () => 'Collaboration',
    Id: ({ id }) => id,
    ImageUrl: () => '/_layouts/15/images/stts.png',
    IsHidden: () => false,
    IsRootWebOnly: () => false,
    IsSubWebOnly: () => false,
    Lcid: (_, context) => context.web().localeId,
    Name: ({ name }) => name,
    Title: ({ title }) => title
  }
};

/** [A] Two of SharePoint's; subsites cannot be made here anyway. */
const templates: readonly Template[] = [{ id: 1, name: 'STS#0', title: 'Team site (classic experience)' }, { id: 1, name: 'STS#3', title: 'Team site (no Microsoft 365 group)' }];

const icons: Record<string, string> = { txt: 'ictxt.gif', pdf: 'icpdf.png', '': 'icgen.gif' };

/** Small questions to a web. */
export const webQuestions: Record<string, Operation<WebRecord>> = {
  // [A] As far as Office files and the most usual others go.
  MapToIcon: (_, args) => {
    const extension = extensionOf(args.text('fileName'));
    return value('Edm.String', 'MapToIcon', icons[extension] ?? (/^(?:docx?|xlsx?|pptx?|one|vsdx?)$/.test(extension) ? `ic${extension}.png` : 'icgen.gif'));
  },
  GetAvailableWebTemplates: (_, __, context, path) => ({
    kind: 'collection', shape: metadataShape('SP.WebTemplate', context.metadata), path,
    members: () => templates.map((template) => entityNode(templateResource, template, path))
  }),
  // There is no app catalogue that could hold any.
  GetStorageEntity: (_, __, ___, path) => nullNode('Microsoft.SharePoint.ClientSideComponent.StorageEntity', path),
  // [A] Every site here has its three from the start.
  CreateDefaultAssociatedGroups: (web, _, context) => {
    demand(context.effective.onWeb(web), rights.manageWeb);
    return undefined;
  }
};
