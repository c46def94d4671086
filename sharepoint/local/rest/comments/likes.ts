import type { RequestContext } from '../dispatch/context';
import { readableItem } from '../items/access';
import { listById } from '../lists/findLists';
import type { Arguments } from '../odata/arguments';
import { formatTime } from '../odata/dates';
import { type CollectionNode, entityNode, type EntityNode, type Node, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import type { LikeRecord } from '../state/records';
import { principalById } from '../users/principals';
import { changeTalk, isLikedByCaller, liked, type TalkedAbout, talkOf } from './talk';

const likerResource: Resource<LikeRecord> = {
  edmType: 'Microsoft.SharePoint.Likes.userEntity',
  properties: {
    creationDate: ({ time }) => formatTime(time),
    email: ({ userId }, context) => principalById(context.store, context.site.url, userId)?.email ?? '',
    id: ({ userId }) => userId,
    loginName: ({ userId }, context) => principalById(context.store, context.site.url, userId)?.loginName ?? '',
    name: ({ userId }, context) => principalById(context.store, context.site.url, userId)?.title ?? ''
  }
};

/** Who likes an item or a comment. */
export const likers = (likes: LikeRecord[], context: RequestContext, path: string): CollectionNode => ({
  kind: 'collection',
  shape: metadataShape('Microsoft.SharePoint.Likes.userEntity', context.metadata),
  path,
  members: () => likes.map((like) => entityNode(likerResource, like, path))
});

export const itemLikes = (of: TalkedAbout, context: RequestContext): LikeRecord[] => talkOf(of, context).likes;

const informationResource: Resource<TalkedAbout> = {
  edmType: 'Microsoft.SharePoint.Likes.likedByInformation',
  properties: {
    isLikedByUser: (of, context) => isLikedByCaller(itemLikes(of, context), context),
    likeCount: (of, context) => String(itemLikes(of, context).length)
  },
  navigations: { likedBy: (of, context, path) => likers(itemLikes(of, context), context, path) }
};

export const likedByInformation = (of: TalkedAbout, _: RequestContext, path: string): EntityNode => entityNode(informationResource, of, path);

/** `Reputation.SetLike`: how many like the item now [A]. */
export function setLike(args: Arguments, context: RequestContext): Node {
  const list = listById(args.guid('listID'), context);
  const of = { list, item: readableItem(list, args.integer('itemID'), context) };
  changeTalk(of, { likes: liked(itemLikes(of, context), args.flag('like'), context) }, context);
  return { kind: 'value', type: 'Edm.Int32', name: 'SetLike', value: itemLikes(of, context).length };
}
