/** A touchpoint of our own contract with what every one needs; the rest as given. */
export function input(fields: { id: string; occurredAt: string } & Record<string, unknown>): object {
  return {
    source: 'chat',
    channel: 'web',
    type: 'message_received',
    actor: 'guest',
    propertyId: 'ani-plaza',
    ...fields,
  };
}

/** Publishes through POST /v1/touchpoints; throws what ingest answers when it does not accept. */
export async function publish(ingestUrl: string, touchpoints: readonly object[]): Promise<void> {
  const response = await fetch(`${ingestUrl}/v1/touchpoints`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(touchpoints),
  });
  if (!response.ok) throw new Error(await response.text());
}
