export interface KafkaOptions {
  /** How many nodes; each is broker and controller (KRaft). Three keep every record three times, two of them in sync. */
  brokers: 1 | 3;
  /** Logs, data and process ids lie here. Started again on the same folder, the cluster has its data. */
  dataDir: string;
  /** Where each broker listens on 127.0.0.1; free ports where they are not given. */
  ports?: readonly number[];
  onStep?: (step: string) => void;
}

export interface RunningKafka {
  /** `host:port` of each broker. */
  bootstrap: string[];
  /** Ends all brokers, those that do not end within 10 s by force. Safe to call again. */
  stop(): Promise<void>;
  /** SIGKILL. Brokers are counted from 0. Resolves when it is gone. */
  killBroker(index: number): Promise<void>;
  /** Stops it where it runs, after it has handed its leaders over, and starts it. Resolves when it serves. */
  restartBroker(index: number): Promise<void>;
}

/**
 * Starts Apache Kafka as Java processes on loopback. They end with this process, however it ends. Throws ToolMissing
 * where there is no Java, or no Maven to bring Kafka with.
 */
export function startKafka(options: KafkaOptions): Promise<RunningKafka>;
