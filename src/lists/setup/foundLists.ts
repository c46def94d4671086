import '@pnp/sp/batching';
import '@pnp/sp/fields';
import '@pnp/sp/lists';
import '@pnp/sp/security/list';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import type { PermissionMask } from '../permissionMask';
import { allLists } from '../schema/all';
import { listUrl } from '../schema/places';
import type { ListSchema } from '../schema/columns';
import type { SetupSite } from './site';

/** What is on the site for one list of the schema. */
export interface FoundList {
  settings: FoundSettings;
  fields: FoundField[];
  views: FoundView[];
  assignments: FoundAssignment[];
}

export interface FoundSettings {
  Title: string;
  Description: string;
  EnableVersioning: boolean;
  MajorVersionLimit: number;
  EnableAttachments: boolean;
  ItemCount: number;
  HasUniqueRoleAssignments: boolean;
}

export interface FoundField {
  InternalName: string;
  Title: string;
  SchemaXml: string;
  TypeAsString: string;
  Required: boolean;
  Indexed: boolean;
  EnforceUniqueValues: boolean;
  CustomFormatter: string | null;
  /** Choices of a choice column. */
  Choices?: string[];
  /** 0 is a day, 1 a point in time; of date columns. */
  DisplayFormat?: number;
  RichText?: boolean;
  /** GUID of the list that a lookup points at, in braces. */
  LookupList?: string;
}

export interface FoundView {
  Id: string;
  Title: string;
  DefaultView: boolean;
  ViewQuery: string | null;
  RowLimit: number;
  ViewFields: { Items: string[] };
}

export interface FoundAssignment {
  PrincipalId: number;
  Member: { Title: string; LoginName: string; PrincipalType: number };
  RoleDefinitionBindings: { Id: number; BasePermissions: PermissionMask }[];
}

const settingNames = ['Title', 'Description', 'EnableVersioning', 'MajorVersionLimit', 'EnableAttachments', 'ItemCount', 'HasUniqueRoleAssignments'];

/** Reads every list of the schema that is there, in a batch. Lists that are missing are missing in the map. */
export async function readFoundLists(site: SetupSite): Promise<Map<ListSchema['key'], FoundList>> {
  const [batched, execute] = site.connection.sp.batched();
  const present = allLists.filter((schema) => site.lists.has(listUrl(site.connection.sitePath, schema.key).toLowerCase()));
  const reads = present.map(async (schema): Promise<[ListSchema['key'], FoundList]> => {
    const list = batched.web.getList(listUrl(site.connection.sitePath, schema.key));
    const [settings, fields, views, assignments] = await Promise.all([
      list.select(...settingNames)<FoundSettings>(),
      // What only some kinds of column have cannot be selected for all: every property of each is asked for.
      list.fields<FoundField[]>(),
      list.views.select('Id', 'Title', 'DefaultView', 'ViewQuery', 'RowLimit').expand('ViewFields')<FoundView[]>(),
      list.roleAssignments.select('PrincipalId', 'Member/Title', 'Member/LoginName', 'Member/PrincipalType', 'RoleDefinitionBindings/Id', 'RoleDefinitionBindings/BasePermissions')
        .expand('Member', 'RoleDefinitionBindings')<FoundAssignment[]>()
    ]);
    return [schema.key, { settings, fields, views, assignments }];
  });
  // Listened to below, after the batch has been sent.
  reads.forEach((read) => { read.catch(() => undefined); });
  await execute();
  return new Map(await Promise.all(reads));
}
