import { callerId, demand, type RequestContext } from '../dispatch/context';
import { invalidRequest, itemNotFound } from '../http/errors';
import { isObject } from '../odata/body';
import { formatTime } from '../odata/dates';
import { type CollectionNode, entityNode, type EntityNode, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { rights } from '../permissions/masks';
import type { CommentRecord } from '../state/records';
import { principalById } from '../users/principals';
import { likers } from './likes';
import { changeTalk, isLikedByCaller, liked, type TalkedAbout, talkOf } from './talk';

const edmType = 'Microsoft.SharePoint.Comments.comment';
const longest = 2000;

interface CommentOn {
  of: TalkedAbout;
  comment: CommentRecord;
}

const commentResource: Resource<CommentOn> = {
  edmType,
  properties: {
    author: ({ comment }, context) => author(comment.authorId, context),
    createdDate: ({ comment }) => formatTime(comment.created),
    id: ({ comment }) => String(comment.id),
    isLikedByUser: ({ comment }, context) => isLikedByCaller(comment.likes, context),
    isReply: ({ comment }) => comment.parentId !== 0,
    itemId: ({ of }) => of.item.id,
    likeCount: ({ comment }) => comment.likes.length,
    listId: ({ of }) => of.list.id,
    mentions: ({ comment }) => comment.mentions,
    parentId: ({ comment }) => String(comment.parentId),
    replyCount: ({ of, comment }, context) => talkOf(of, context).comments.filter(({ parentId }) => parentId === comment.id).length,
    text: ({ comment }) => comment.text
  },
  navigations: {
    likedBy: ({ comment }, context, path) => likers(comment.likes, context, path),
    replies: ({ of, comment }, context, path) => commentCollection(of, comment.id, context, path)
  },
  functions: {
    Like: (on, _, context) => setLiked(on, true, context),
    Unlike: (on, _, context) => setLiked(on, false, context)
  },
  remove: ({ of, comment }, context) => remove(of, [comment], context)
};

function author(id: number, context: RequestContext): Record<string, unknown> {
  const person = principalById(context.store, context.site.url, id);
  return {
    email: person?.email ?? '', expiration: null, id, isActive: person?.isRemoved !== true, isExternal: false, jobTitle: null, loginName: person?.loginName ?? '',
    name: person?.title ?? '', principalType: 1, userId: null, userPrincipalName: null
  };
}

function setLiked({ of, comment }: CommentOn, isLiked: boolean, context: RequestContext): undefined {
  const { comments } = talkOf(of, context);
  changeTalk(of, { comments: comments.map((one) => (one.id === comment.id ? { ...one, likes: liked(one.likes, isLiked, context) } : one)) }, context);
}

/** Deletes comments with their replies. @throws SharePointError 403 for those of others, but to who manages the list [A] */
function remove(of: TalkedAbout, gone: CommentRecord[], context: RequestContext): void {
  if (gone.some(({ authorId }) => authorId !== callerId(context))) {
    demand(context.effective.onItem(of.list, of.item), rights.manageLists);
  }
  const ids = new Set(gone.map(({ id }) => id));
  changeTalk(of, { comments: talkOf(of, context).comments.filter(({ id, parentId }) => !ids.has(id) && !ids.has(parentId)) }, context);
}

/** The comments on an item, or the replies to one of them, the newest first. */
export function commentCollection(of: TalkedAbout, parentId: number, context: RequestContext, path: string): CollectionNode {
  const all = (): CommentRecord[] => talkOf(of, context).comments.filter((comment) => comment.parentId === parentId).reverse();
  const node = (comment: CommentRecord): EntityNode => entityNode(commentResource, { of, comment }, `${path}(${comment.id})`);
  return {
    kind: 'collection',
    shape: metadataShape(edmType, context.metadata),
    path,
    members: () => all().map(node),
    byKey: (key) => {
      const comment = all().find(({ id }) => id === key.integer('id'));
      if (!comment) {
        throw itemNotFound(); // [A]
      }
      return node(comment);
    },
    add: (body) => node(addComment(of, parentId, body, context)),
    functions: {
      DeleteAll: () => {
        remove(of, all(), context);
        return { kind: 'value', type: 'Edm.Boolean', name: 'DeleteAll', value: true };
      }
    }
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function addComment(of: TalkedAbout, parentId: number, { text, mentions }: Record<string, unknown>, context: RequestContext): CommentRecord {
  if (typeof text !== 'string' || text.trim() === '' || text.length > longest || of.list.settings.disableCommenting) {
    throw invalidRequest('A comment needs a text of at most 2000 characters, in a list that takes comments.'); // [A]
  }
  const { nextId, comments } = talkOf(of, context);
  const comment: CommentRecord = {
    id: nextId, parentId, text, created: context.now, authorId: callerId(context), likes: [],
    mentions: Array.isArray(mentions) ? mentions.filter(isObject).map((one) => ({
      email: textOf(one.email), id: typeof one.id === 'number' ? one.id : 0, loginName: textOf(one.loginName), name: textOf(one.name)
    })) : null
  };
  changeTalk(of, { nextId: nextId + 1, comments: [...comments, comment] }, context);
  return comment;
}
