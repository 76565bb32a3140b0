import type { TypeformAnswer, TypeformField, TypeformResponse } from './payload-schema.js';

/** An answer with what the form's definition says of its question. */
export interface Question {
  answer: TypeformAnswer;
  fieldType: string | undefined;
  ref: string | undefined;
  /** Without Markdown, and with `…` where Typeform pipes another answer in. */
  title: string | null;
  properties: TypeformField['properties'];
}

/** The answers with their questions, told by the field's id. Older payloads give the ref in the definition alone. */
export function questionsIn({ definition, answers }: TypeformResponse): Question[] {
  const fields = new Map((definition?.fields ?? []).map((field) => [field.id, field]));
  return (answers ?? []).map((answer) => {
    const field = fields.get(answer.field.id);
    return {
      answer,
      fieldType: answer.field.type ?? field?.type,
      ref: answer.field.ref ?? field?.ref,
      title: plainTitle(field?.title),
      properties: field?.properties,
    };
  });
}

function plainTitle(title: string | undefined): string | null {
  return (
    title
      ?.replace(/\{\{[^{}]*\}\}/g, '…')
      .replace(/(\*{1,2}|__?)(?=\S)(.+?)\1/g, '$2')
      .trim() || null
  );
}

/** The words of a ref such as `ces_checkin` or `customerEffort`, in small letters. */
export const wordsOfRef = (ref: string | undefined): string[] =>
  (ref ?? '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
