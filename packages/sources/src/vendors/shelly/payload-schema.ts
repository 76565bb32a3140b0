import { z } from 'zod';

/** Values may be null, and a part of another type is read as if it were not there. */
const number = z.number().nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);
const text = z.string().nullish().catch(undefined);

/** The status of one component, of which a notification may hold only what changed. */
export const shellyComponent = z.looseObject({
  /** temperature:N */
  tC: number,
  /** humidity:N, % */
  rh: number,
  /** devicepower:N */
  battery: z.looseObject({ percent: number }).nullish().catch(undefined),
  /** flood:N, smoke:N */
  alarm: flag,
  /** thermostat:N and blutrv:N */
  current_C: number,
  target_C: number,
  current_humidity: number,
  /** What set the component, such as button or HTTP_in. */
  source: text,
  errors: z.array(z.string()).nullish().catch(undefined),
});

/** An RPC frame: a notification has a method, an answer to a request has none. */
export const shellyFrame = z.looseObject({
  src: text,
  method: text,
  params: z.looseObject({ ts: number }).nullish(),
});

export const shellyEvents = z.looseObject({
  events: z
    .array(
      z.looseObject({
        component: z.string(),
        event: z.string(),
        ts: number,
      }),
    )
    .min(1),
});

export type ShellyComponent = z.infer<typeof shellyComponent>;
export type ShellyFrame = z.infer<typeof shellyFrame>;
