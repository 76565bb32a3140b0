import { withoutCardNumbers } from '../../card-numbers.js';
import { factsOf } from '../../facts.js';
import { known } from '../../identifiers.js';
import { instantOf } from '../../local-time.js';
import { readJson } from '../../payload.js';
import {
  type InboundRequest,
  ignored,
  type Outcome,
  propertyOf,
  quarantined,
  type SourceContext,
  unknownProperty,
} from '../../source.js';
import {
  type SurveyKeys,
  stated,
  surveyedReservation,
  surveyIdentifiers,
  surveyKeysIn,
} from '../../survey-keys.js';
import { touchpointOutcome } from '../../touchpoint.js';
import { type TypeformResponse, typeformPayload } from './payload-schema.js';
import { type Question, questionsIn } from './question.js';
import { isRating, ratingOf } from './rating.js';

/** What a Typeform webhook means: one touchpoint a response, with all of its ratings. */
export function normaliseTypeform(request: InboundRequest, context: SourceContext): Outcome[] {
  const read = readJson(request.body, typeformPayload);
  if (!read.ok) return [read.outcome];
  const { event_type: eventType, form_response: response } = read.value;
  if (eventType === 'form_response_partial') {
    return [ignored('incomplete-response', `response ${response.token} was left half-way`)];
  }
  if (eventType !== 'form_response') {
    return [quarantined('unsupported-event', `event_type is ${eventType}, which Bellhop does not know`)];
  }
  return [responseOutcome(response, context)];
}

function responseOutcome(response: TypeformResponse, context: SourceContext): Outcome {
  const questions = questionsIn(response);
  if (questions.length === 0) {
    return ignored('incomplete-response', `response ${response.token} has no answers`);
  }
  const keys = surveyKeysIn(response.hidden);
  const property = propertyOf(context, hotelOf(response, keys, context));
  if (!property) return unknownProperty(context, keys.hotel ?? `of form ${response.form_id ?? '(no id)'}`);
  const submitted = response.submitted_at ?? undefined;
  const occurredAt = submitted === undefined ? undefined : instantOf(submitted, property.timeZone);
  if (submitted !== undefined && occurredAt === undefined) {
    return quarantined('unexpected-shape', `form_response.submitted_at is ${submitted}, not a date`);
  }
  const rated = questions.filter(isRating).map((question) => ({ question, rating: ratingOf(question) }));
  const odd = rated.find(({ rating }) => rating === undefined)?.question;
  if (odd) {
    const name = odd.ref ?? odd.answer.field.id;
    return quarantined('unexpected-shape', `the answer ${odd.answer.number} to ${name} is off its scale`);
  }
  return touchpointOutcome(context, {
    source: 'survey',
    channel: 'survey',
    type: 'survey_answered',
    actor: 'guest',
    propertyId: property.propertyId,
    vendorEventId: response.token,
    occurredAt,
    identifiers: known(
      ...surveyIdentifiers(keys, property),
      ...surveyIdentifiers(typedKeys(questions), property),
    ),
    guestName: keys.name ?? null,
    reservation: surveyedReservation(keys),
    text: wordsOf(questions),
    ratings: rated.flatMap(({ rating }) => rating ?? []),
    attributes: factsOf({
      form: response.definition?.title ?? response.form_id,
      ...Object.fromEntries(questions.flatMap(otherAnswer)),
    }),
  });
}

/** What the guest typed as an address to be reached at. */
function typedKeys(questions: Question[]): SurveyKeys {
  const answers = questions.map(({ answer }) => answer);
  return {
    email: answers.map(({ email }) => stated(email)).find(Boolean),
    phone: answers.map(({ phone_number: phone }) => stated(phone)).find(Boolean),
  };
}

/** The hotel that the link names; the form where the account lists it, as a hotel with a form of its own does. */
function hotelOf({ form_id: form }: TypeformResponse, { hotel }: SurveyKeys, { account }: SourceContext) {
  return hotel === undefined || !Object.hasOwn(account.properties, hotel) ? (form ?? hotel) : hotel;
}

const isLongText = ({ fieldType }: Question) => fieldType === 'long_text';

const wordsOf = (questions: Question[]): string | null =>
  questions
    .filter(isLongText)
    .flatMap(({ answer }) => answer.text?.trim() || [])
    .join('\n\n') || null;

/** An answer that is neither a rating, words, nor a key, by its question, for people to read. Payments and files stay out. */
function otherAnswer(question: Question): [string, string][] {
  if (isRating(question) || isLongText(question)) return [];
  const { answer } = question;
  const chosen = [
    answer.choice?.label,
    answer.choice?.other,
    ...(answer.choices?.labels ?? []),
    answer.choices?.other,
  ];
  const value =
    answer.text ??
    answer.number ??
    answer.boolean ??
    answer.date ??
    (chosen.filter((label) => label !== undefined).join(', ') || undefined);
  if (value === undefined) return [];
  const name = question.title ?? question.ref ?? answer.field.id;
  return [[name, typeof value === 'string' ? withoutCardNumbers(value) : String(value)]];
}
