/** Sends a statement, with data behind it, and gives the answer. Throws the server's error. */
export type Ask = (
  sql: string,
  options?: { settings?: Record<string, string>; data?: string },
) => Promise<string>;

export const ask =
  (port: number): Ask =>
  async (sql, { settings = {}, data = '' } = {}) => {
    const parameters = new URLSearchParams({ query: sql, ...settings });
    const answer = await fetch(`http://127.0.0.1:${port}/?${parameters}`, { method: 'POST', body: data });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return text;
  };
