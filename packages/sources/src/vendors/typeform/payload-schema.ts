import { z } from 'zod';

const scaleProperties = z.looseObject({
  /** How many answers a scale has. */
  steps: z.number().int().min(2).max(101).optional(),
  start_at_one: z.boolean().optional(),
});

const field = z.looseObject({
  id: z.string(),
  type: z.string().optional(),
  ref: z.string().optional(),
  title: z.string().optional(),
  properties: scaleProperties.nullish(),
});
export type TypeformField = z.infer<typeof field>;

const answer = z.looseObject({
  type: z.string(),
  field: z.looseObject({ id: z.string(), type: z.string().optional(), ref: z.string().optional() }),
  text: z.string().optional(),
  email: z.string().optional(),
  phone_number: z.string().optional(),
  number: z.number().optional(),
  boolean: z.boolean().optional(),
  date: z.string().optional(),
  url: z.string().optional(),
  choice: z.looseObject({ label: z.string().optional(), other: z.string().optional() }).optional(),
  choices: z.looseObject({ labels: z.array(z.string()).optional(), other: z.string().optional() }).optional(),
});
export type TypeformAnswer = z.infer<typeof answer>;

export const typeformPayload = z.looseObject({
  event_id: z.string().optional(),
  event_type: z.string(),
  form_response: z.looseObject({
    form_id: z.string().optional(),
    token: z.string().min(1),
    submitted_at: z.string().nullish(),
    hidden: z.record(z.string(), z.unknown()).nullish(),
    definition: z.looseObject({ title: z.string().optional(), fields: z.array(field).default([]) }).nullish(),
    answers: z.array(answer).nullish(),
  }),
});
export type TypeformResponse = z.infer<typeof typeformPayload>['form_response'];
