const mebibyte = 1024 * 1024;

/**
 * The engine's server settings, sized for a machine that runs everything else beside it. Its own defaults reserve
 * gigabytes of caches and start dozens of background threads.
 */
export function engineConfig(options: {
  memoryLimitBytes: number;
  usersFile: string;
  maxBrokenParts: number;
}): string {
  const settings: Record<string, number> = {
    max_server_memory_usage: options.memoryLimitBytes,
    mark_cache_size: 32 * mebibyte,
    index_mark_cache_size: 8 * mebibyte,
    primary_index_cache_size: 32 * mebibyte,
    query_condition_cache_size: 8 * mebibyte,
    uncompressed_cache_size: 0,
    index_uncompressed_cache_size: 0,
    mmap_cache_size: 100,
    compiled_expression_cache_size: 8 * mebibyte,
    background_pool_size: 2,
    background_merges_mutations_concurrency_ratio: 2,
    background_move_pool_size: 1,
    background_fetches_pool_size: 1,
    background_common_pool_size: 1,
    background_schedule_pool_size: 4,
    background_buffer_flush_schedule_pool_size: 1,
    background_message_broker_schedule_pool_size: 2,
    background_distributed_schedule_pool_size: 1,
    max_thread_pool_size: 500,
    max_thread_pool_free_size: 8,
  };
  const elements = Object.entries(settings).map(([name, value]) => `  <${name}>${value}</${name}>\n`);
  // With a pool this small the defaults of these two would keep mutations and big merges waiting for ever.
  const mergeTree =
    '  <merge_tree>\n' +
    `    <max_suspicious_broken_parts>${options.maxBrokenParts}</max_suspicious_broken_parts>\n` +
    '    <number_of_free_entries_in_pool_to_execute_mutation>1</number_of_free_entries_in_pool_to_execute_mutation>\n' +
    '    <number_of_free_entries_in_pool_to_lower_max_size_of_merge>1</number_of_free_entries_in_pool_to_lower_max_size_of_merge>\n' +
    '    <number_of_free_entries_in_pool_to_execute_optimize_entire_partition>1</number_of_free_entries_in_pool_to_execute_optimize_entire_partition>\n' +
    '  </merge_tree>\n';
  const users = `  <users_config>${options.usersFile}</users_config>\n`;
  return `<clickhouse>\n${users}${elements.join('')}${mergeTree}</clickhouse>\n`;
}
