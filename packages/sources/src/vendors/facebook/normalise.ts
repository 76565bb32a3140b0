import type { Actor, Property, TouchpointType } from '@bellhop/contracts';
import { factsOf } from '../../facts.js';
import { readShape } from '../../payload.js';
import {
  type InboundRequest,
  ignored,
  type Outcome,
  propertyOf,
  quarantined,
  type SourceContext,
  unknownProperty,
} from '../../source.js';
import { touchpointOutcome } from '../../touchpoint.js';
import { type MetaPart, normaliseMeta } from '../meta/envelope.js';
import { metaTime } from '../meta/time.js';
import { normaliseMessenger } from './messenger.js';
import { type PageChange, pageChange } from './payload-schema.js';
import { ratingsOf } from './rating.js';

/** Kinds of content on a page's timeline. */
const POSTS = /^(album|event|link|milestone|note|photo|post|question|share|status|story|video)$/;
const GONE = /^(block|delete|hide|remove|unblock|unhide)$/;
const WRITTEN = /^(add|edit|edited|update)$/;

/** What a webhook of a Facebook page means: comments, posts, mentions, reactions, reviews and direct messages. */
export function normaliseFacebook(request: InboundRequest, context: SourceContext): Outcome[] {
  return normaliseMeta(request.body, 'page', (part) => [normalisePart(part, context)]);
}

function normalisePart(part: MetaPart, context: SourceContext): Outcome {
  const property = propertyOf(context, part.owner);
  // `standby` holds messages of a conversation that another app of the page is answering.
  if (/^(messaging|standby)$/.test(part.field)) return normaliseMessenger(part, property, context);
  if (!/^(feed|mention|ratings)$/.test(part.field)) {
    return quarantined('unsupported-event', `${part.at}: Bellhop does not know the field ${part.field}`);
  }
  const read = readShape(part.value, pageChange, part.at);
  if (!read.ok) return read.outcome;
  const change = read.value;
  const unpublished = unpublishedOf(change);
  if (unpublished) return ignored('not-published', `${change.item} ${subjectOf(change)}: ${unpublished}`);
  if (!WRITTEN.test(change.verb)) {
    return quarantined('unsupported-event', `${part.at}.verb is ${change.verb}, which Bellhop does not know`);
  }
  const meaning = meaningOf(change, part);
  if (!meaning.ok) return meaning.outcome;
  if (!property) return unknownProperty(context, part.owner);
  return changeOutcome({ change, part, property, meaning: meaning.value }, context);
}

/** Why a change is nothing that people can see on the page; undefined where they can. */
function unpublishedOf({ verb, published, is_hidden }: PageChange): string | undefined {
  if (GONE.test(verb)) return verb;
  if (published === 0 || published === false) return 'not published';
  return is_hidden ? 'hidden' : undefined;
}

interface Meaning {
  type: TouchpointType;
  actor: Actor;
}
type MeaningRead = { ok: true; value: Meaning } | { ok: false; outcome: Outcome };

function meaningOf(change: PageChange, { field, owner, at }: MetaPart): MeaningRead {
  const own = change.author.id === owner;
  const type = typeOf(change, field);
  if (!type) {
    const detail = `${at}.item is ${change.item}, which Bellhop does not know in ${field}`;
    return { ok: false, outcome: quarantined('unsupported-event', detail) };
  }
  if (!own) return { ok: true, value: { type, actor: 'guest' } };
  const answer = type === 'comment_posted' ? answerType(change, field) : undefined;
  return answer
    ? { ok: true, value: { type: answer, actor: 'staff' } }
    : { ok: false, outcome: ignored('own-message', `${change.item} ${subjectOf(change)} is the page's own`) };
}

function typeOf({ item }: PageChange, field: string): TouchpointType | undefined {
  if (field === 'mention') return 'mention_posted';
  if (item === 'reaction' || item === 'like') return 'reaction_added';
  if (item === 'comment') return 'comment_posted';
  if (field === 'ratings') return item === 'rating' ? 'review_posted' : undefined;
  return POSTS.test(item) ? 'comment_posted' : undefined;
}

/** What the page's own comment answers: a review, or a comment that it stands under. */
function answerType(change: PageChange, field: string): TouchpointType | undefined {
  if (change.item !== 'comment') return undefined;
  if (field === 'ratings') return 'review_answered';
  return isReply(change) ? 'message_sent' : undefined;
}

/** A comment under a comment names that one as its parent, a comment under a post the post. */
const isReply = ({ parent_id, post_id }: PageChange): boolean => parent_id != null && parent_id !== post_id;

const subjectOf = ({ comment_id, open_graph_story_id, post_id, parent_id }: PageChange): string =>
  comment_id ?? open_graph_story_id ?? post_id ?? parent_id ?? '(no id)';

interface Placed {
  change: PageChange;
  part: MetaPart;
  property: Property;
  meaning: Meaning;
}

function changeOutcome({ change, part, property, meaning }: Placed, context: SourceContext): Outcome {
  const { author } = change;
  const rated = ratingsOf(change, part.at);
  if (!rated.ok) return rated.outcome;
  const fromGuest = meaning.actor === 'guest';
  return touchpointOutcome(context, {
    source: 'social',
    channel: 'facebook',
    ...meaning,
    propertyId: property.propertyId,
    vendorEventId: eventIdOf(change, part),
    occurredAt: metaTime(change.edited_time) ?? metaTime(change.created_time) ?? metaTime(part.sentAt),
    identifiers:
      fromGuest && author.id !== undefined
        ? [{ kind: 'social', value: author.id, scope: `facebook:${part.owner}`, verified: false }]
        : [],
    guestName: (fromGuest && author.name?.trim()) || null,
    text: change.review_text ?? change.message ?? null,
    ratings: rated.ratings,
    conversationId: conversationOf(change, part),
    attributes: factsOf({
      item: change.item,
      edited: change.verb === 'add' ? undefined : true,
      reaction: change.reaction_type ?? (change.item === 'like' ? 'like' : undefined),
      recommendation: change.recommendation_type,
      post: change.post_id,
    }),
  });
}

/**
 * Changes have no id: what was written about what, by whom and when. A later edit of the same comment is another
 * event. Times are compared as instants, so that a redelivery that spells them otherwise is the same.
 */
function eventIdOf(change: PageChange, { field }: MetaPart): string {
  const subject = [change.comment_id ?? change.open_graph_story_id, change.post_id ?? change.parent_id];
  return [
    field,
    change.item,
    change.verb,
    ...subject,
    change.item === 'comment' ? undefined : change.reaction_type,
    change.item === 'comment' ? undefined : change.author.id,
    metaTime(change.created_time),
    metaTime(change.edited_time),
  ]
    .map((part) => part ?? '')
    .join(':');
}

/** A thread: a review, or a top-level comment and what is written under it, or a post. */
function conversationOf(change: PageChange, { field, owner }: MetaPart): string | null {
  const comment = isReply(change) ? change.parent_id : change.comment_id;
  const timeline = change.item === 'comment' ? comment : change.post_id;
  const thread = field === 'ratings' ? change.open_graph_story_id : timeline;
  return thread == null ? null : `facebook:${owner}:${thread}`;
}
