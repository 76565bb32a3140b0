import type { Payload } from '../delivery.js';
import { expectTouchpoint, json, type Occasion, type Words } from './expectation.js';

/** Somebody on Facebook: nothing ties them to a reservation. */
export interface Visitor {
  id: string;
  name: string;
}

type Posted = Occasion & { id: string; words: Words };

/** A visitor's comment below a post of the page. */
export function facebookComment(occasion: Posted & { visitor: Visitor; postId: string }): Payload {
  const { visitor, postId, id, words } = occasion;
  const page = occasion.wiring.idOf('facebook');
  return {
    vendor: 'facebook',
    body: change(occasion, 'feed', {
      item: 'comment',
      verb: 'add',
      comment_id: `${postId}_${id}`,
      post_id: `${page}_${postId}`,
      parent_id: `${page}_${postId}`,
      from: visitor,
      message: words.text,
      published: 1,
      created_time: seconds(occasion),
    }),
    expects: [
      expectTouchpoint(occasion, {
        vendor: 'facebook',
        id,
        source: 'social',
        channel: 'facebook',
        type: 'comment_posted',
        actor: 'guest',
        words,
      }),
    ],
  };
}

/** The page's own comment below a visitor's. */
export function facebookAnswer(occasion: Posted & { postId: string; answers: string }): Payload {
  const { postId, answers, id, words } = occasion;
  const page = occasion.wiring.idOf('facebook');
  return {
    vendor: 'facebook',
    body: change(occasion, 'feed', {
      item: 'comment',
      verb: 'add',
      comment_id: `${postId}_${id}`,
      post_id: `${page}_${postId}`,
      parent_id: `${postId}_${answers}`,
      from: { id: page, name: occasion.wiring.property.name },
      message: words.text,
      published: 1,
      created_time: seconds(occasion),
    }),
    expects: [
      expectTouchpoint(occasion, {
        vendor: 'facebook',
        id,
        source: 'social',
        channel: 'facebook',
        type: 'message_sent',
        actor: 'staff',
        words,
      }),
    ],
  };
}

/** A recommendation with words; positive or not, without stars. */
export function facebookRecommendation(occasion: Posted & { visitor: Visitor; positive: boolean }): Payload {
  const { visitor, id, words, positive } = occasion;
  return {
    vendor: 'facebook',
    body: change(occasion, 'ratings', {
      item: 'rating',
      verb: 'add',
      review_text: words.text,
      recommendation_type: positive ? 'positive' : 'negative',
      reviewer_id: visitor.id,
      reviewer_name: visitor.name,
      open_graph_story_id: id,
      created_time: seconds(occasion),
    }),
    expects: [
      expectTouchpoint(occasion, {
        vendor: 'facebook',
        id,
        source: 'social',
        channel: 'facebook',
        type: 'review_posted',
        actor: 'guest',
        words,
        ratings: [{ metric: 'review', value: positive ? 1 : 0, scaleMin: 0, scaleMax: 1, question: null }],
      }),
    ],
  };
}

const seconds = ({ occurredAt }: Occasion): number => Math.floor(occurredAt / 1000);

function change(occasion: Occasion, field: string, value: Record<string, unknown>): Buffer {
  return json({
    object: 'page',
    entry: [
      { id: occasion.wiring.idOf('facebook'), time: seconds(occasion) + 1, changes: [{ field, value }] },
    ],
  });
}
