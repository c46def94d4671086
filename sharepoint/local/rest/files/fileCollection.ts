import type { RequestContext } from '../dispatch/context';
import { thresholdExceeded } from '../http/errors';
import type { Arguments } from '../odata/arguments';
import type { CollectionNode, EntityNode } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { addFile } from './changeFiles';
import { existing, fileAt, filesIn, folderAt, type FolderPlace } from './findFiles';
import { fileNode } from './fileResource';
import { nameOf, parentOf, serverRelative, unescaped } from './paths';
import { folderNotFound } from './refusals';

const threshold = 5000;
/** [A] A page made from a template holds nothing, whichever kind it is. */
const emptyPage = Buffer.from('<%@ Page Language="C#" %>\n');

/** `folder/files`. */
export function fileCollection(folder: FolderPlace, context: RequestContext, path: string): CollectionNode {
  const byName = (name: string): EntityNode => fileNode(fileAt(within(folder, name, context), context, folderNotFound()));
  const add = (path_: string, args: Arguments): EntityNode => {
    const target = within(folder, path_, context);
    const parent = path_.includes('/') ? existing(folderAt(parentOf(target), context)) : folder;
    const overwrite = args.has('Overwrite') && args.flag('Overwrite');
    const unique = args.has('EnsureUniqueFileName') && args.flag('EnsureUniqueFileName');
    return fileNode(addFile(parent, { name: nameOf(target), bytes: args.bytes(), overwrite, unique }, context));
  };
  return {
    kind: 'collection',
    shape: metadataShape('SP.File', context.metadata),
    path,
    members: () => {
      const files = filesIn(folder, context);
      if (files.length > threshold) {
        throw thresholdExceeded();
      }
      return files.map(fileNode);
    },
    byKey: (key) => byName(key.text('url')),
    functions: {
      AddTemplateFile: (args) => {
        const target = within(folder, args.text('urlOfFile'), context);
        return fileNode(addFile(existing(folderAt(parentOf(target), context)), { name: nameOf(target), bytes: emptyPage, overwrite: false }, context));
      },
      GetByUrl: (args) => byName(unescaped(args.text('url'))),
      Add: (args) => add(unescaped(args.text('Url')), args),
      AddUsingPath: (args) => add(args.text('DecodedUrl'), args)
    }
  };
}

/** The address of a name or path that is meant from a folder on. */
export function within(folder: FolderPlace, path: string, context: RequestContext): string {
  return path.startsWith('/') || /^https?:/i.test(path) ? serverRelative(path, context) : `${folder.url}/${path}`;
}
