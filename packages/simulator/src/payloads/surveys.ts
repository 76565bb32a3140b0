import type { Rating } from '@bellhop/contracts';
import type { Payload } from '../delivery.js';
import type { Guest } from '../guest.js';
import { isoSeconds } from '../property-time.js';
import { expectTouchpoint, json, type Occasion, type Words } from './expectation.js';

export interface Answers {
  /** 0 to 10. */
  nps: number;
  /** 1 to 5. */
  csat: number;
  /** 1 to 7. */
  ces: number;
  words: Words | null;
}

type Answered = Occasion & { guest: Guest; id: string; answers: Answers };

const QUESTIONS = {
  nps: 'How likely are you to recommend us?',
  csat: 'How satisfied were you with your stay?',
  ces: 'How easy was it to get what you needed?',
} as const;

/** A response to the hotel's Typeform, with the reservation in a hidden field of the link. */
export function typeformResponse(occasion: Answered): Payload {
  const { guest, id, answers, wiring } = occasion;
  const fields = [
    { id: 'fNps', title: QUESTIONS.nps, type: 'nps', ref: 'nps', properties: { steps: 11 } },
    { id: 'fCsat', title: QUESTIONS.csat, type: 'rating', ref: 'csat', properties: { steps: 5 } },
    {
      id: 'fCes',
      title: QUESTIONS.ces,
      type: 'opinion_scale',
      ref: 'ces',
      properties: { steps: 7, start_at_one: true },
    },
    { id: 'fText', title: 'What should we know?', type: 'long_text', ref: 'comment' },
  ] as const;
  const [nps, csat, ces, text] = fields;
  const numberAnswer = (
    { id: field, type, ref }: { id: string; type: string; ref: string },
    number: number,
  ) => ({
    type: 'number',
    number,
    field: { id: field, type, ref },
  });
  return {
    vendor: 'typeform',
    body: json({
      event_id: `01${id.toUpperCase()}`,
      event_type: 'form_response',
      form_response: {
        form_id: 'bHstay',
        token: id,
        landed_at: isoSeconds(occasion.occurredAt - 90_000),
        submitted_at: isoSeconds(occasion.occurredAt),
        hidden: {
          property: wiring.idOf('typeform'),
          reservation: guest.reservationCode,
          email: guest.email,
        },
        definition: { id: 'bHstay', title: 'Your stay', fields },
        answers: [
          numberAnswer(nps, answers.nps),
          numberAnswer(csat, answers.csat),
          numberAnswer(ces, answers.ces),
          ...(answers.words
            ? [
                {
                  type: 'text',
                  text: answers.words.text,
                  field: { id: text.id, type: text.type, ref: text.ref },
                },
              ]
            : []),
        ],
      },
    }),
    expects: [surveyTouchpoint(occasion, 'typeform')],
  };
}

/** A completed SatisMeter response. */
export function satismeterResponse(occasion: Answered): Payload {
  const { guest, id, answers, wiring } = occasion;
  const scale = (metric: 'nps' | 'csat' | 'ces', type: string) => ({
    label: QUESTIONS[metric],
    id: `${metric}-question`,
    name: `SM_${metric}`,
    value: answers[metric],
    type,
    metric,
  });
  const npsCategory = answers.nps >= 9 ? 'promoter' : answers.nps >= 7 ? 'passive' : 'detractor';
  return {
    vendor: 'satismeter',
    body: json({
      event: 'completed',
      response: {
        id,
        created: new Date(occasion.occurredAt).toISOString(),
        rating: answers.nps,
        score: { promoter: 100, passive: 0, detractor: -100 }[npsCategory],
        category: npsCategory,
        feedback: answers.words?.text ?? null,
        dismissed: false,
        pending: false,
        answers: [scale('nps', 'scale'), scale('csat', 'smiley'), scale('ces', 'scale')],
        user: { id: `sm-${guest.pmsProfileId}`, userId: guest.pmsProfileId, email: guest.email },
      },
      traits: { property: wiring.idOf('satismeter') },
      campaign: { id: wiring.idOf('satismeter'), name: 'After the stay' },
    }),
    expects: [surveyTouchpoint(occasion, 'satismeter')],
  };
}

function surveyTouchpoint(occasion: Answered, vendor: 'typeform' | 'satismeter') {
  const { answers, id } = occasion;
  return expectTouchpoint(occasion, {
    vendor,
    id,
    source: 'survey',
    channel: 'survey',
    type: 'survey_answered',
    actor: 'guest',
    words: answers.words,
    ratings: ratingsOf(answers),
  });
}

const ratingsOf = ({ nps, csat, ces }: Answers): Rating[] => [
  { metric: 'nps', value: nps, scaleMin: 0, scaleMax: 10, question: QUESTIONS.nps },
  { metric: 'csat', value: csat, scaleMin: 1, scaleMax: 5, question: QUESTIONS.csat },
  { metric: 'ces', value: ces, scaleMin: 1, scaleMax: 7, question: QUESTIONS.ces },
];
