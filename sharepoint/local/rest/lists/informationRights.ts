import { entityNode, type Getter, type Navigate, type Resource } from '../odata/nodes';
import type { ListRecord } from '../state/records';

const always = (value: unknown): Getter<ListRecord> => () => value;

/** [A] What a list without information rights management says of it. */
const resource: Resource<ListRecord> = {
  edmType: 'SP.InformationRightsManagementSettings',
  properties: {
    AllowPrint: always(false),
    AllowScript: always(false),
    AllowWriteCopy: always(false),
    DisableDocumentBrowserView: always(false),
    DocumentAccessExpireDays: always(90),
    DocumentLibraryProtectionExpireDate: always('0001-01-01T00:00:00Z'),
    EnableDocumentAccessExpire: always(false),
    EnableDocumentBrowserPublishingView: always(false),
    EnableGroupProtection: always(false),
    EnableLicenseCacheExpire: always(false),
    GroupName: always(null),
    LicenseCacheExpireDays: always(30),
    PolicyDescription: always(null),
    PolicyTitle: always(null),
    TemplateId: always(null)
  }
};

export const informationRights: Navigate<ListRecord> = (list, _, path) => entityNode(resource, list, path);
