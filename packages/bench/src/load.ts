/** What a hotel's upstream system publishes; ids and guests are numbered, so that two runs send the same. */
export function touchpointInput(index: number, propertyId: string, run: string): object {
  const guest = index % GUESTS;
  return {
    id: `${run}-${index}`,
    occurredAt: new Date(Date.UTC(2026, 2, 1) + index * 1_000).toISOString(),
    source: 'chat',
    channel: 'web',
    type: 'message_received',
    actor: 'guest',
    propertyId,
    text: TEXTS[index % TEXTS.length],
    identifiers: [{ kind: 'email', value: `${run}-${guest}@example.com`, verified: true }],
    conversationId: `${run}-${guest}`,
  };
}

const GUESTS = 2_000;
const TEXTS = [
  'The air conditioning in 214 has been dripping since this morning, could somebody have a look?',
  'Dziękujemy za wcześniejsze zameldowanie, pokój jest piękny i bardzo cichy.',
  'Уже второй раз прошу принести полотенца, никто не пришёл.',
  '房间很干净，早餐的种类也很多，下次还会再来。',
  'Շատ գոհ ենք, անձնակազմը շատ ուշադիր է:',
  'Wo finde ich bitte den Schlüssel für die Garage? Wir kommen erst gegen elf an.',
];

/** Posts touchpoints; throws what ingest answers when it does not accept them. */
export async function post(ingestUrl: string, touchpoints: readonly object[]): Promise<void> {
  const response = await fetch(`${ingestUrl}/v1/touchpoints`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(touchpoints),
  });
  if (!response.ok) throw new Error(`ingest answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}

/** Runs `work` for 0 … count-1, at most `limit` at a time. */
export async function sideBySide(
  count: number,
  limit: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}

/** The value that a share of the values is at or below. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
