import { factsOf } from '../../facts.js';
import { faultText, type WhatsappMessage } from './payload-schema.js';

export interface WhatsappContent {
  text: string | null;
  attributes: Record<string, string>;
}

/** What a message says, and what is to be known of it besides. A kind without words has text null. */
export function contentOf(message: WhatsappMessage): WhatsappContent {
  const { type, location, reaction, system } = message;
  const file = message.image ?? message.video ?? message.document ?? message.audio ?? message.voice;
  return {
    text: wordsOf(message),
    attributes: factsOf({
      messageType: type === 'text' ? undefined : type,
      interactiveType: message.interactive?.type,
      mediaType: file?.mime_type,
      fileName: message.document?.filename,
      location: location && `${location.latitude}, ${location.longitude}`,
      place: location && [location.name, location.address].filter(Boolean).join(', '),
      reaction: reaction?.emoji,
      reactedTo: reaction?.message_id,
      answerTo: message.context?.id,
      system: system?.type,
      group: message.group_id,
      errors: message.errors?.map(faultText).join('; '),
    }),
  };
}

function wordsOf({
  text,
  button,
  interactive,
  image,
  video,
  document,
  audio,
}: WhatsappMessage): string | null {
  return (
    text?.body ??
    button?.text ??
    interactive?.button_reply?.title ??
    interactive?.list_reply?.title ??
    (interactive?.nfm_reply && formAnswers(interactive.nfm_reply.response_json)) ??
    (image ?? video ?? document ?? audio)?.caption ??
    null
  );
}

/** The answers of a flow, which come as JSON in a string, a line each; the flow's token is not the guest's word. */
function formAnswers(json: string): string | null {
  let answers: unknown;
  try {
    answers = JSON.parse(json);
  } catch {
    return json;
  }
  if (typeof answers !== 'object' || answers === null) return json;
  const lines = Object.entries(answers)
    .filter(([name, value]) => name !== 'flow_token' && value !== null && value !== '')
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return lines.length > 0 ? lines.join('\n') : null;
}
