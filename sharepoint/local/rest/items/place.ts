import type { ItemRecord, ListRecord, Place } from '../state/records';
import type { Store } from '../state/store';

/** Server-relative address of a document, folder or plain item. */
export const fileRef = (item: ItemRecord, list: ListRecord): string => `${dirOf(item, list)}/${leafOf(item)}`;
export const dirOf = (item: ItemRecord, list: ListRecord): string => item.place?.dir ?? list.url;
/** A plain item is called after its id. */
export const leafOf = (item: ItemRecord): string => item.place?.name ?? `${item.id}_.000`;

export const isFolder = (item: ItemRecord): boolean => item.place?.isFolder === true;
export const isDocument = (item: ItemRecord): boolean => item.content !== undefined;
/** SP.FileSystemObjectType: 0 file or item, 1 folder. */
export const objectType = (item: ItemRecord): number => Number(isFolder(item));

/** Without the dot, in lower case; empty when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

export function withoutExtension({ name, isFolder: whole }: Place): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 || whole ? name : name.slice(0, dot);
}

/** The document or folder at an address; addresses have no case. */
export function itemAt(store: Store, list: ListRecord, path: string): ItemRecord | undefined {
  const [id] = store.items.indexes.equal(list.id, 'FileRef', path.toLowerCase());
  return id === undefined ? undefined : store.items.of(list.id).get(id);
}

/** What stands right in a folder. At the root of a list that is what has no place of its own, too. */
export function itemsIn(store: Store, list: ListRecord, dir: string): ItemRecord[] {
  const { indexes } = store.items;
  const plain = dir.toLowerCase() === list.url.toLowerCase() ? [...indexes.equal(list.id, 'FileDirRef', undefined)] : [];
  const items = store.items.of(list.id);
  return [...indexes.equal(list.id, 'FileDirRef', dir.toLowerCase()), ...plain]
    .map((id) => items.get(id))
    .filter((item): item is ItemRecord => item !== undefined);
}

/** Everything below a folder, at any depth. */
export function itemsBelow(store: Store, list: ListRecord, dir: string): ItemRecord[] {
  return itemsIn(store, list, dir).flatMap((item) => (isFolder(item) ? [item, ...itemsBelow(store, list, fileRef(item, list))] : [item]));
}

/** The folders an item is in, the nearest first. */
export function foldersAbove(store: Store, list: ListRecord, item: ItemRecord): ItemRecord[] {
  const folders: ItemRecord[] = [];
  for (let dir = dirOf(item, list); dir.length > list.url.length; dir = dir.slice(0, dir.lastIndexOf('/'))) {
    const folder = itemAt(store, list, dir);
    if (folder) {
      folders.push(folder);
    }
  }
  return folders;
}
