/** Whether a topic filter matches a topic (MQTT 3.1.1, section 4.7): `+` is one level, `#` this level and all below. */
export function matchesTopic(filter: string, topic: string): boolean {
  const filterLevels = filter.split('/');
  const topicLevels = topic.split('/');
  // A wildcard at the start does not reach the topics that a server keeps for itself.
  if (topic.startsWith('$') && /^[+#]/.test(filter)) return false;
  for (const [index, level] of filterLevels.entries()) {
    if (level === '#') return true;
    if (index >= topicLevels.length || (level !== '+' && level !== topicLevels[index])) return false;
  }
  return filterLevels.length === topicLevels.length;
}
