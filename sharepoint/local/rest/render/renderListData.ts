import type { RequestContext } from '../dispatch/context';
import type { Arguments } from '../odata/arguments';
import type { Node } from '../odata/nodes';
import { isObject } from '../odata/body';
import type { ListRecord } from '../state/records';
import { listData } from './listData';
import { listSchema } from './listSchema';
import { readWanted } from './wanted';

/** Bits of RenderOptions that are built here (SP.RenderListDataOptions). [A] What the others ask for is left out. */
const options = { contextInfo: 1, listData: 2, listSchema: 4, viewMetadata: 1024 } as const;

/**
 * `RenderListDataAsStream`: asked for rows alone it answers them bare [R], else every part under its name.
 * @throws SharePointError as readWanted and listData.
 */
export function renderListDataAsStream(list: ListRecord, args: Arguments, context: RequestContext): Node {
  const parameters = args.has('parameters') ? args.object('parameters') : {};
  const overrides = overridesOf(parameters, args, context);
  const wanted = readWanted(list, parameters, overrides, context);
  const { data, columns } = listData(list, wanted, parameters.DatesInUtc === true, context);
  const asked = Number(parameters.RenderOptions ?? 0);
  if (asked === 0 || asked === options.listData) {
    return json(data);
  }
  return json({
    wpq: '',
    Templates: {},
    ...((asked & options.listData) === 0 ? {} : { ListData: data }),
    ...((asked & options.listSchema) === 0 ? {} : { ListSchema: listSchema(list, columns, wanted.viewId, context) }),
    ...((asked & options.contextInfo) === 0 ? {} : { listTitle: list.title, listUrlDir: list.url, listBaseType: list.baseType, NewWOPIDocumentEnabled: false }),
    ...((asked & options.viewMetadata) === 0 ? {} : { ViewMetadata: { Id: wanted.viewId, ListViewXml: list.views.find((view) => view.id === wanted.viewId)?.query ?? '' } })
  });
}

/** `RenderListData(viewXml)`: the same rows as a text of JSON. */
export function renderListData(list: ListRecord, args: Arguments, context: RequestContext): Node {
  const wanted = readWanted(list, { ViewXml: args.text('viewXml') }, new Map(), context);
  return { kind: 'value', type: 'Edm.String', name: 'RenderListData', value: JSON.stringify(listData(list, wanted, false, context).data) };
}

const json = (value: unknown): Node => ({ kind: 'text', body: JSON.stringify(value), contentType: 'application/json; charset=utf-8' });

/** Lower-case names; what stands in the body wins over the address, `Paging` over nothing. */
function overridesOf(parameters: Record<string, unknown>, args: Arguments, context: RequestContext): ReadonlyMap<string, string> {
  const overrides = new Map<string, string>();
  const add = (name: string, value: unknown): void => {
    if (typeof value === 'string' && value !== '') {
      overrides.set(name.toLowerCase(), value);
    }
  };
  const paging = typeof parameters.Paging === 'string' ? parameters.Paging.replace(/^\?/, '') : '';
  new URLSearchParams(paging).forEach((value, name) => add(name, value));
  context.query.forEach((value, name) => add(name, value));
  args.entries().forEach(([name, value]) => add(name, value));
  const given = args.value('overrideParameters');
  Object.entries(isObject(given) ? given : {}).forEach(([name, value]) => add(name, value));
  return overrides;
}
