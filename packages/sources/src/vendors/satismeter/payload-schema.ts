import { z } from 'zod';

const optionalText = z.string().nullish();
const traits = z.record(z.string(), z.unknown()).nullish();

const answer = z.looseObject({
  label: optionalText,
  name: optionalText,
  type: optionalText,
  metric: optionalText,
  value: z.unknown().optional(),
});
export type SatismeterAnswer = z.infer<typeof answer>;

export const satismeterPayload = z.looseObject({
  event: optionalText,
  response: z.looseObject({
    id: z.string().min(1),
    created: optionalText,
    rating: z.number().nullish(),
    feedback: optionalText,
    dismissed: z.boolean().nullish(),
    pending: z.boolean().nullish(),
    category: optionalText,
    answers: z.array(answer).nullish(),
    user: z
      .looseObject({
        userId: z.union([z.string(), z.number()]).nullish(),
        name: optionalText,
        email: optionalText,
        traits,
      })
      .nullish(),
    language: optionalText,
    method: optionalText,
    project: optionalText,
    campaign: optionalText,
  }),
  traits,
  campaign: z.looseObject({ id: optionalText, name: optionalText }).nullish(),
});
export type SatismeterPayload = z.infer<typeof satismeterPayload>;
