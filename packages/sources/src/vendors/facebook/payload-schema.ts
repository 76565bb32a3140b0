import { z } from 'zod';
import { metaId } from '../meta/envelope.js';

const author = z.looseObject({ id: metaId.optional(), name: z.string().optional() });

/** The value of a change of a page: one shape for feed, mention and ratings, whose fields overlap. */
export const pageChange = z
  .looseObject({
    item: z.string().default('unknown'),
    verb: z.string().default('add'),
    from: author.nullish(),
    sender_id: metaId.nullish(),
    sender_name: z.string().nullish(),
    reviewer_id: metaId.nullish(),
    reviewer_name: z.string().nullish(),
    post_id: metaId.nullish(),
    comment_id: metaId.nullish(),
    parent_id: metaId.nullish(),
    open_graph_story_id: metaId.nullish(),
    message: z.string().nullish(),
    review_text: z.string().nullish(),
    rating: z.union([z.number(), z.string()]).nullish(),
    recommendation_type: z.string().nullish(),
    reaction_type: z.string().nullish(),
    /** 1 or 0, in places a boolean. */
    published: z.union([z.number(), z.boolean()]).nullish(),
    is_hidden: z.boolean().nullish(),
    created_time: z.unknown().optional(),
    edited_time: z.unknown().optional(),
  })
  .transform((value) => ({
    ...value,
    author: {
      id: value.from?.id ?? value.sender_id ?? value.reviewer_id ?? undefined,
      name: value.from?.name ?? value.sender_name ?? value.reviewer_name ?? undefined,
    },
  }));
export type PageChange = z.infer<typeof pageChange>;
