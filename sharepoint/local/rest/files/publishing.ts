import type { RequestContext } from '../dispatch/context';
import { sharePointException } from '../http/errors';
import { demandWrite } from '../items/access';
import { hasMinorVersions, statuses, statusOf } from '../items/drafts';
import { moderate, notCheckedOutHere, publishItem, unpublishItem } from '../items/moderation';
import { rights } from '../permissions/masks';
import type { FilePlace } from './findFiles';

/** @throws SharePointError 500 in a library without minor versions, and for what is checked out: in the words of the documentation */
function demandPublishing({ list, item }: FilePlace, context: RequestContext): void {
  if (!hasMinorVersions(list)) {
    throw sharePointException('You can only publish, unpublish documents in a minor version enabled list');
  }
  demandWrite(list, item, rights.editListItems, context);
  if (item.checkedOut) {
    throw notCheckedOutHere();
  }
}

export function publish(file: FilePlace, comment: string, context: RequestContext): undefined {
  demandPublishing(file, context);
  publishItem(file.list, { ...file.item, checkInComment: comment }, context);
}

export function unpublish(file: FilePlace, comment: string, context: RequestContext): undefined {
  demandPublishing(file, context);
  unpublishItem(file.list, { ...file.item, checkInComment: comment }, context);
}

/** Approves or denies what was submitted; [A] a draft must be submitted first. */
export function judge({ list, item }: FilePlace, status: number, comment: string, context: RequestContext): undefined {
  if (statusOf(list, item) === statuses.draft) {
    throw sharePointException('The document has not been submitted for approval.');
  }
  moderate(list, item, status, comment, context);
}
