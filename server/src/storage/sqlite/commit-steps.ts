import type { Commit } from '../port.ts';
import type { SqlValue, Step } from './messages.ts';

/**
 * A commit as statements. A command done before stops it at the first; histories that end go before what the new
 * ones begin with.
 */
export function commitSteps(commit: Commit, newEpoch: () => string): Step[] {
  return [
    ...commandSteps(commit),
    ...epochSteps(commit),
    ...documentSteps(commit, newEpoch),
    ...sessionSteps(commit),
    ...workshopSteps(commit),
    ...participantSteps(commit),
    ...versionSteps(commit),
    ...activitySteps(commit),
    ...ballotSteps(commit),
  ].filter((step) => step.rows.length > 0);
}

function commandSteps({ workshopId, command }: Commit): Step[] {
  if (!command) return [];
  return [
    {
      sql: 'select result from command where workshopId = ? and id = ?',
      rows: [[workshopId, command.id]],
      stopOnRow: true,
    },
    {
      sql: 'insert into command (workshopId, id, type, participantId, at, result) values (?, ?, ?, ?, ?, ?)',
      rows: [[workshopId, command.id, command.type, command.participantId, command.at, command.result]],
    },
  ];
}

/** Log, snapshot, leases and deleted elements go with the old row. */
function epochSteps({ workshopId, newEpochs = [] }: Commit): Step[] {
  return [
    {
      sql: 'delete from document where workshopId = ? and document = ?',
      rows: newEpochs.map(({ document }) => [workshopId, document]),
    },
    {
      sql: 'insert into document (workshopId, document, epoch) values (?, ?, ?)',
      rows: newEpochs.map(({ document, epoch }) => [workshopId, document, epoch]),
    },
  ];
}

function documentSteps(commit: Commit, newEpoch: () => string): Step[] {
  const { workshopId, updates = [], leases = [], deleted = [] } = commit;
  const documents = new Set([...updates, ...leases, ...deleted].map(({ document }) => document));
  return [
    {
      sql: 'insert into document (workshopId, document, epoch) values (?, ?, ?) on conflict do nothing',
      rows: [...documents].map((document) => [workshopId, document, newEpoch()]),
    },
    {
      sql: 'insert into logEntry (workshopId, document, seq, bytes) values (?, ?, ?, ?)',
      rows: updates.map(({ document, seq, update }) => [workshopId, document, seq, update]),
    },
    {
      // A lease is for ever: the first owner stays.
      sql: `insert into lease (workshopId, document, clientId, participantId) values (?, ?, ?, ?)
        on conflict do nothing`,
      rows: leases.map(({ document, clientId, participantId }) => [workshopId, document, clientId, participantId]),
    },
    {
      sql: `insert into deletedElement (workshopId, document, id, author, kind, deletedBy) values (?, ?, ?, ?, ?, ?)
        on conflict do update set author = excluded.author, kind = excluded.kind, deletedBy = excluded.deletedBy`,
      rows: deleted.map(({ document, id, author, kind, deletedBy }) => [
        workshopId,
        document,
        id,
        author,
        kind,
        deletedBy,
      ]),
    },
  ];
}

function sessionSteps({ workshopId, session }: Commit): Step[] {
  if (session === undefined) return [];
  return [
    {
      sql: `insert into workshopSession (workshopId, state) values (?, ?)
        on conflict do update set state = excluded.state`,
      rows: [[workshopId, session]],
    },
  ];
}

function workshopSteps({ workshopId, workshop }: Commit): Step[] {
  if (!workshop) return [];
  const { rules, ...plain } = workshop;
  const changes = { ...plain, ...(rules === undefined ? {} : { rules: JSON.stringify(rules) }) };
  return update('workshop', changes, { id: workshopId });
}

function participantSteps({ workshopId, participants = [] }: Commit): Step[] {
  return participants.flatMap(({ id, ...changes }) => update('participant', changes, { id, workshopId }));
}

function versionSteps({ workshopId, versions = [] }: Commit): Step[] {
  return [
    {
      sql: `insert into version (workshopId, id, epoch, seq, createdAt, name, reason, participantId, elements, state)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      rows: versions.map((row) => [
        workshopId,
        row.id,
        row.epoch,
        row.seq,
        row.createdAt,
        row.name,
        row.reason,
        row.participantId,
        row.elements,
        row.state,
      ]),
    },
  ];
}

function activitySteps({ workshopId, activity = [] }: Commit): Step[] {
  return [
    {
      sql: `insert into activity (workshopId, element, kind, participantId, what, since, at) values (?, ?, ?, ?, ?, ?, ?)
        on conflict (workshopId, element, participantId, what, since) do update set at = excluded.at, kind = excluded.kind`,
      rows: activity.map((row) => [workshopId, row.element, row.kind, row.participantId, row.what, row.since, row.at]),
    },
  ];
}

type Values = Record<string, SqlValue | undefined>;

/** Column names come from the types of the port, never from outside. */
function update(table: 'workshop' | 'participant', changes: Values, key: Record<string, string>): Step[] {
  const entries = Object.entries(changes).filter((entry): entry is [string, SqlValue] => entry[1] !== undefined);
  if (entries.length === 0) return [];
  const columns = entries.map(([column]) => `${column} = ?`).join(', ');
  const where = Object.keys(key)
    .map((column) => `${column} = ?`)
    .join(' and ');
  const params = [...entries.map(([, value]) => value), ...Object.values(key)];
  return [{ sql: `update ${table} set ${columns} where ${where}`, rows: [params] }];
}

function ballotSteps({ workshopId, ballots = [], erasedRounds = [] }: Commit): Step[] {
  return [
    {
      sql: `insert into ballot (workshopId, roundId, participantId, ballot) values (?, ?, ?, ?)
        on conflict do update set ballot = excluded.ballot`,
      rows: ballots.map(({ roundId, participantId, ballot }) => [workshopId, roundId, participantId, ballot]),
    },
    {
      sql: 'delete from ballot where workshopId = ? and roundId = ?',
      rows: erasedRounds.map((roundId) => [workshopId, roundId]),
    },
  ];
}
