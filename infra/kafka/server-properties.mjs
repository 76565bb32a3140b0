/**
 * The settings of one KRaft node that is broker and controller at once; see https://kafka.apache.org/documentation/#brokerconfigs.
 * @param {{ nodes: { id: number, port: number, controllerPort: number }[], id: number, dataDir: string }} cluster
 */
export function serverProperties({ nodes, id, dataDir }) {
  const { port, controllerPort } = nodes.find((node) => node.id === id);
  const replicas = nodes.length;
  // One of three may be away and what is acknowledged is still on two.
  const inSync = replicas > 1 ? 2 : 1;
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': id,
    'controller.quorum.voters': nodes.map((node) => `${node.id}@127.0.0.1:${node.controllerPort}`).join(','),
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': dataDir,
    'default.replication.factor': replicas,
    'min.insync.replicas': inSync,
    'offsets.topic.replication.factor': replicas,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': inSync,
    'share.coordinator.state.topic.replication.factor': replicas,
    'share.coordinator.state.topic.min.isr': inSync,
    // Kafka's own 50 partitions are for far more groups and brokers than one machine's.
    'offsets.topic.num.partitions': 8,
    'transaction.state.log.num.partitions': 8,
    'auto.create.topics.enable': false,
    'unclean.leader.election.enable': false,
    // Waits that are meant for many members and large clusters, brought down to one machine's.
    'group.initial.rebalance.delay.ms': 100,
    'leader.imbalance.check.interval.seconds': 5,
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
