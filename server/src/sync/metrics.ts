import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What operators see of the live workshops. Counts only, no names. */
export interface SyncMetrics {
  accepted: Counter;
  refused: Counter<'code'>;
  stored: Histogram;
  connections: Gauge;
  workshops: Gauge;
}

/** Registers the metrics of the sync side. */
export function createSyncMetrics(registry: Registry): SyncMetrics {
  const registers = [registry];
  return {
    accepted: new Counter({
      name: 'talkoot_updates_accepted_total',
      help: 'Updates let through by the gate',
      registers,
    }),
    refused: new Counter({
      name: 'talkoot_updates_refused_total',
      help: 'Updates refused by the gate',
      labelNames: ['code'],
      registers,
    }),
    stored: new Histogram({
      name: 'talkoot_store_seconds',
      help: 'Time from the end of a tick to its commit',
      buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
      registers,
    }),
    connections: new Gauge({ name: 'talkoot_connections', help: 'Open sockets', registers }),
    workshops: new Gauge({ name: 'talkoot_live_workshops', help: 'Workshops held in memory', registers }),
  };
}
