import { demand, type RequestContext } from '../dispatch/context';
import { folderNotFound } from '../files/refusals';
import { type CollectionNode, entityNode, type EntityNode, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { rights } from '../permissions/masks';
import type { AttachmentRecord, ItemRecord, ListRecord } from '../state/records';
import { recycleAttachment } from '../recycleBin/recycle';
import { addAttachment, attachmentOf, attachmentsFolder, deleteAttachment, writeAttachment } from './changeAttachments';

interface AttachmentOfItem {
  list: ListRecord;
  item: ItemRecord;
  attachment: AttachmentRecord;
}

const addressOf = ({ list, item, attachment }: AttachmentOfItem): string => `${attachmentsFolder(list, item)}/${attachment.name}`;

const attachmentResource: Resource<AttachmentOfItem> = {
  edmType: 'SP.Attachment',
  properties: {
    FileName: ({ attachment }) => attachment.name,
    FileNameAsPath: ({ attachment }) => ({ DecodedUrl: attachment.name }),
    ServerRelativePath: (attached) => ({ DecodedUrl: addressOf(attached) }),
    ServerRelativeUrl: addressOf
  },
  functions: {
    RecycleObject: ({ list, item, attachment }, _, context) => {
      recycleAttachment(list, item, attachment, context);
      return undefined;
    },
    DeleteObject: (attached, _, context) => {
      remove(attached, context);
      return undefined;
    }
  },
  readContent: ({ list, item, attachment }, context) => readAttachment(list, item, attachment, context),
  writeContent: ({ list, item, attachment }, bytes, context) => {
    writeAttachment(list, item, attachment.name, bytes, context);
    return attachmentNode({ list, item, attachment });
  },
  remove
};

function remove({ list, item, attachment }: AttachmentOfItem, context: RequestContext): void {
  deleteAttachment(list, item, attachment, context);
}

/** @throws SharePointError 403 without Open Items */
export function readAttachment(list: ListRecord, item: ItemRecord, attachment: AttachmentRecord, context: RequestContext): Uint8Array {
  demand(context.effective.onItem(list, item), rights.openItems);
  return context.store.contents.read(attachment.content);
}

const attachmentNode = (attached: AttachmentOfItem): EntityNode => entityNode(
  attachmentResource, attached,
  `Web/Lists(guid'${attached.list.id}')/Items(${attached.item.id})/AttachmentFiles('${encodeURIComponent(attached.attachment.name.replace(/'/g, '\'\''))}')`
);

/** `item/AttachmentFiles`. */
export function attachmentCollection(list: ListRecord, item: ItemRecord, context: RequestContext, path: string): CollectionNode {
  const node = (attachment: AttachmentRecord): EntityNode => attachmentNode({ list, item, attachment });
  const byName = (name: string): EntityNode => {
    const attachment = attachmentOf(item, name);
    if (!attachment) {
      throw folderNotFound(); // [A]
    }
    return node(attachment);
  };
  return {
    kind: 'collection',
    shape: metadataShape('SP.Attachment', context.metadata),
    path,
    members: () => (item.attachments ?? []).map(node),
    byKey: (key) => byName(key.text('fileName')),
    functions: {
      Add: (args) => node(addAttachment(list, item, args.text('FileName'), args.bytes(), context)),
      AddUsingPath: (args) => node(addAttachment(list, item, args.text('DecodedUrl'), args.bytes(), context)),
      GetByFileName: (args) => byName(args.text('fileName')),
      GetByFileNameAsPath: (args) => byName(args.text('DecodedUrl'))
    }
  };
}
