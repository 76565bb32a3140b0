import type { Identifier } from '@bellhop/contracts';
import { withoutCardNumbers } from '../../card-numbers.js';
import { factsOf } from '../../facts.js';
import { languageOf } from '../../language.js';
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
import { stated, surveyedReservation, surveyIdentifiers, surveyKeysIn } from '../../survey-keys.js';
import { touchpointOutcome } from '../../touchpoint.js';
import { type SatismeterAnswer, type SatismeterPayload, satismeterPayload } from './payload-schema.js';
import { isRating, ratingsOf } from './rating.js';

type Response = SatismeterPayload['response'];

/** What a SatisMeter webhook means: one touchpoint a completed response, with all of its ratings. */
export function normaliseSatismeter(request: InboundRequest, context: SourceContext): Outcome[] {
  const read = readJson(request.body, satismeterPayload);
  if (!read.ok) return [read.outcome];
  const { event, response } = read.value;
  const incomplete = incompleteOf(response);
  if (incomplete) return [ignored('incomplete-response', `response ${response.id} ${incomplete}`)];
  if (event != null && event !== 'completed') {
    return [quarantined('unsupported-event', `event is ${event}, which Bellhop does not know`)];
  }
  return [responseOutcome(read.value, context)];
}

function incompleteOf({ dismissed, pending, rating, feedback, answers }: Response): string | undefined {
  if (dismissed) return 'was dismissed';
  if (pending) return 'is still being answered';
  const empty = rating == null && !feedback?.trim() && !answers?.some(({ value }) => hasValue(value));
  return empty ? 'has no answers' : undefined;
}

const hasValue = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value != null && value !== '';

function responseOutcome(payload: SatismeterPayload, context: SourceContext): Outcome {
  const { response, campaign } = payload;
  const keys = keysOf(payload);
  const property = propertyOf(context, hotelOf(payload, keys.hotel, context));
  if (!property)
    return unknownProperty(context, keys.hotel ?? `of campaign ${campaign?.name ?? '(no name)'}`);
  const created = response.created ?? undefined;
  const occurredAt = created === undefined ? undefined : instantOf(created, property.timeZone);
  if (created !== undefined && occurredAt === undefined) {
    return quarantined('unexpected-shape', `response.created is ${created}, not a date`);
  }
  const rated = ratingsOf(response);
  if (!rated.ok) return quarantined('unexpected-shape', `response ${response.id}: ${rated.detail}`);
  return touchpointOutcome(context, {
    source: 'survey',
    channel: 'survey',
    type: 'survey_answered',
    actor: 'guest',
    propertyId: property.propertyId,
    vendorEventId: response.id,
    occurredAt,
    identifiers: [...surveyIdentifiers(keys, property), ...userIdentifiers(response, context)],
    guestName: keys.name ?? null,
    guestLanguage: languageOf(response.language),
    reservation: surveyedReservation(keys),
    text: wordsOf(response),
    ratings: rated.ratings,
    attributes: factsOf({
      campaign: campaign?.name,
      method: response.method,
      category: response.category,
      ...Object.fromEntries((response.answers ?? []).flatMap(otherAnswer)),
    }),
  });
}

/** The user first, then the traits that the hotel's page passed, the custom ones last. */
function keysOf({ response: { user }, traits }: SatismeterPayload) {
  const custom = [user?.traits?.custom, traits?.custom].filter(isRecord);
  return surveyKeysIn({ email: user?.email, name: user?.name }, user?.traits, traits, ...custom);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The id that the hotel's own page gave to its user. */
function userIdentifiers({ user }: Response, { account }: SourceContext): Identifier[] {
  const userId = stated(user?.userId);
  return userId === undefined
    ? []
    : [{ kind: 'other', value: userId, scope: `satismeter:${account.account}`, verified: false }];
}

/** What the account may list as a hotel's: the hotel in the traits, the campaign, the project. */
function hotelOf(
  { response, campaign }: SatismeterPayload,
  hotel: string | undefined,
  { account }: SourceContext,
): string | undefined {
  return [hotel, campaign?.id, response.campaign, response.project].find(
    (candidate): candidate is string => candidate != null && Object.hasOwn(account.properties, candidate),
  );
}

/** The feedback, and long texts that do not repeat it. */
function wordsOf({ feedback, answers }: Response): string | null {
  const texts = (answers ?? []).filter(isLongText).map(({ value }) => value);
  const words = [feedback, ...texts].flatMap((text) =>
    typeof text === 'string' && text.trim() ? text.trim() : [],
  );
  return [...new Set(words)].join('\n\n') || null;
}

const isLongText = ({ type }: SatismeterAnswer) => type === 'long-text';

/** An answer that is neither a metric's nor words, by its question, for people to read. */
function otherAnswer(answer: SatismeterAnswer): [string, string][] {
  const { value, label, name } = answer;
  if (isRating(answer) || isLongText(answer) || !hasValue(value)) return [];
  const text = Array.isArray(value)
    ? value.join(', ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
  return [[label?.trim() || name || 'answer', withoutCardNumbers(text)]];
}
