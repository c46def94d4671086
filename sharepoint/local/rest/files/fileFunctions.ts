import type { RequestContext } from '../dispatch/context';
import type { Arguments } from '../odata/arguments';
import type { Node, Operation } from '../odata/nodes';
import type { WebRecord } from '../state/records';
import { isDocument } from '../items/place';
import { existing, fileAt, folderAt, placeById } from './findFiles';
import { fileNode } from './fileResource';
import { folderById, folderNode } from './folderResource';
import { copyFile, copyFolder, moveFile, moveFolder, type Transfer } from './moveFiles';
import { serverRelative, unescaped } from './paths';
import { folderNotFound } from './refusals';

/** How the web finds files and folders. */
export const fileFunctions: Record<string, Operation<WebRecord>> = {
  GetFileByServerRelativeUrl: (_, args, context) => fileByPath(unescaped(args.text('serverRelativeUrl')), context),
  GetFileByServerRelativePath: (_, args, context) => fileByPath(args.text('DecodedUrl'), context),
  GetFileByUrl: (_, args, context) => fileByPath(unescaped(args.text('fileUrl')), context),
  GetFileById: (_, args, context) => {
    const file = placeById(args.guid('uniqueId'), context);
    if (!isDocument(file.item)) {
      throw folderNotFound();
    }
    return fileNode(file);
  },
  GetFolderByServerRelativeUrl: (_, args, context) => folderNode(folderAt(serverRelative(unescaped(args.text('serverRelativeUrl')), context), context)),
  GetFolderByServerRelativePath: (_, args, context) => folderNode(folderAt(serverRelative(args.text('DecodedUrl'), context), context)),
  GetFolderById: (_, args, context) => folderNode(folderById(args.guid('uniqueId'), context))
};

const fileByPath = (path: string, context: RequestContext): Node => fileNode(fileAt(serverRelative(path, context), context));

type Transferring = (from: string, transfer: Transfer, context: RequestContext) => void;
const ofFile: Record<'copy' | 'move', Transferring> = {
  copy: (from, transfer, context) => copyFile(fileAt(from, context), transfer, context),
  move: (from, transfer, context) => moveFile(fileAt(from, context), transfer, context)
};
const ofFolder: Record<'copy' | 'move', Transferring> = {
  copy: (from, transfer, context) => copyFolder(existing(folderAt(from, context)), transfer, context),
  move: (from, transfer, context) => moveFolder(existing(folderAt(from, context)), transfer, context)
};

/** One of SP.MoveCopyUtil's: `source` and `target` name its parameters. */
const transferring = (run: Transferring, source: string, target: string) => (args: Arguments, context: RequestContext): undefined => {
  const options = args.has('options') ? args.object('options') : {};
  run(serverRelative(args.text(source), context), {
    to: serverRelative(args.text(target), context), overwrite: args.has('overwrite') && args.flag('overwrite'), keepBoth: options.KeepBoth === true
  }, context);
};

/** `SP.MoveCopyUtil`, by lower-case name behind `/_api/`. */
export const moveCopyFunctions = {
  sp_movecopyutil_copyfile: transferring(ofFile.copy, 'srcUrl', 'destUrl'),
  sp_movecopyutil_copyfilebypath: transferring(ofFile.copy, 'srcPath', 'destPath'),
  sp_movecopyutil_movefile: transferring(ofFile.move, 'srcUrl', 'destUrl'),
  sp_movecopyutil_movefilebypath: transferring(ofFile.move, 'srcPath', 'destPath'),
  sp_movecopyutil_copyfolder: transferring(ofFolder.copy, 'srcUrl', 'destUrl'),
  sp_movecopyutil_copyfolderbypath: transferring(ofFolder.copy, 'srcPath', 'destPath'),
  sp_movecopyutil_movefolder: transferring(ofFolder.move, 'srcUrl', 'destUrl'),
  sp_movecopyutil_movefolderbypath: transferring(ofFolder.move, 'srcPath', 'destPath')
};
