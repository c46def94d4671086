import { listById } from '../lists/findLists';
import { readableItem } from '../items/access';
import { type Operation } from '../odata/nodes';
import type { WebRecord } from '../state/records';
import { addFile, addFolder } from './changeFiles';
import { folderAt, type FolderPlace } from './findFiles';

/** `UploadImage`: the picture of an item goes to the site's assets, in a folder for its list. [A] The function needs rights there, as any file does. */
export const uploadImage: Operation<WebRecord> = (web, args, context) => {
  const list = listById(args.guid('listId'), context);
  if (args.has('itemId')) {
    readableItem(list, args.integer('itemId'), context);
  }
  const folder = ['Lists', list.id].reduce<FolderPlace>((parent, name) => addFolder(parent, name, context), folderAt(`${web.url}/SiteAssets`, context));
  const { item } = addFile(folder, { name: args.text('imageName'), bytes: args.bytes(), overwrite: args.flag('overwrite', false), unique: !args.flag('overwrite', false) }, context);
  const name = item.place?.name ?? '';
  return { kind: 'value', type: 'SP.SPImageItem', name: 'UploadImage', value: { Name: name, ServerRelativeUrl: `${folder.url}/${name}`, UniqueId: item.uniqueId } };
};
