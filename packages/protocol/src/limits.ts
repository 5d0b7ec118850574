/**
 * Every limit of the product, by name. Sizes in bytes, times in milliseconds, counts as counts.
 * Server, gate and client read them here, so that an honest client never meets a limit by surprise.
 */
export const LIMITS = {
  /** One socket frame from a client. Our client does not send larger ones: it writes that work again in portions. */
  frameBytes: 512 * 1024,
  /** One Yjs update inside a frame; anything larger is refused before it is decoded. */
  updateBytes: 256 * 1024,
  /** Client ids that may occur in one update. */
  updateClients: 50,
  /** Frames a connection may send: a burst and a steady rate per second; above it the socket is read more slowly. */
  framesBurst: 1_000,
  framesPerSecond: 500,
  bytesPerSecond: 512 * 1024,
  /** The same for all connections of a room together; a burst is four seconds of it. */
  roomFramesPerSecond: 10_000,
  roomBytesPerSecond: 4 * 1024 * 1024,
  /** Bytes of updates waiting for the store, per workshop, before writers are told to come back (1013). */
  inboundQueueBytes: 64 * 1024 * 1024,
  /** Unsent bytes per socket: above the first presence stops, above the second the socket is closed (1013). */
  outboundSoftBytes: 1024 * 1024,
  outboundHardBytes: 4 * 1024 * 1024,
  /** A socket that drains nothing for this long is closed. */
  outboundStallMs: 15_000,
  /** Quiet socket: an empty awareness message keeps stock clients connected. */
  keepAliveMs: 15_000,
  /** Repeated full syncs on one connection. */
  syncStep1EveryMs: 5_000,
  /** One tick under load. */
  tickMs: 8,
  presenceEveryMs: 40,
  presenceBytes: 4 * 1024,
  /** Points of a laser in one presence message, and how long each shines. */
  laserPoints: 16,
  laserMs: 1_000,
  /** Reactions of one person: so many at once, and so many a second; the server drops what is above. */
  reactionsBurst: 8,
  reactionsPerSecond: 4,
  /** How long one is shown. */
  reactionMs: 3_000,
  /** Sockets of one person in one room: tabs and devices. One more is told to come back (1013). */
  connectionsPerPerson: 5,
  /** Sockets from one address, which a whole congress may share. One more gets 429. */
  connectionsPerAddress: 2_000,
  /** Sockets from one address that were refused and are not closed yet. One more gets 429 instead of a close code. */
  refusedPerAddress: 20,
  /** Time in which a connection must have sent the head of its request. */
  requestHeadMs: 5_000,
  /** Yjs structs of one document, as far as Yjs merges them. */
  structsPerRoom: 2_000_000,
  elementsPerRoom: 20_000,
  deleteRangesPerUpdate: 20_000,
  valueDepth: 8,
  valueNodes: 4_000,
  stringLength: 20_000,
  /** After rights tighten: changes allowed before are still taken, and words in what was being edited. */
  graceMs: 3_000,
  graceWordsMs: 20_000,
  /** From the command to close a workshop until it is closed: time to finish a sentence, or to take it back. */
  closingMs: 20_000,
  /** Words handed in after the close: texts in one command, characters in one text, and notes of one person. */
  handInTexts: 20,
  handInLength: 4_000,
  handInsPerPerson: 200,
  /** Comments: threads of one board, comments of one thread and of one board, characters and people named in one. */
  commentThreads: 1_000,
  commentsPerThread: 200,
  commentsPerBoard: 5_000,
  commentLength: 2_000,
  commentMentions: 50,
  /** Versions of a board: one after this much work, */
  versionEveryMs: 60 * 60 * 1000,
  /** so many of those without a name, older ones only the last of each day, so many days, */
  versionsUnnamed: 100,
  versionDays: 400,
  /** and with a name as many as this. */
  versionsNamed: 200,
  /** Versions in one page of the list. */
  versionsPage: 50,
  /** Who changed what: changes of one kind within this time are one entry, written at most this often, so many kept. */
  activityMs: 5 * 60 * 1000,
  activityEveryMs: 60_000,
  activityKept: 20_000,
  activityPage: 100,
  /** Steps of one agenda, and the longest that a step may be made. */
  agendaSteps: 100,
  stepMs: 10 * 60 * 60 * 1000,
  /** At the end of a step nothing is cut: time to finish a sentence before the next may come by itself. */
  finishMs: 20_000,
  /** From the command to reveal private notes until they are moved: what is on its way still arrives. */
  revealMs: 2_000,
  /** Controls can be taken back for this long, so many of them. */
  takeBackMs: 10 * 60 * 1000,
  takeBacks: 30,
  /** Rounds whose results are kept. */
  rounds: 100,
  /** Words of facilitators to one person that are kept. */
  toldNotes: 20,
  ticketFirstUseMs: 60_000,
  uploadBytes: 10 * 1024 * 1024,
  uploadPixels: 40_000_000,
  /** Screens of one workshop at a time. */
  displays: 20,
  /** New workshops of one person: more than anybody needs, and few enough that a script gone wild does no harm. */
  newWorkshopsPerHour: 1_000,
  /** Deleted workshops can be brought back for this long. */
  undoDeleteDays: 30,
  /** Log entries kept before a room is compacted into a snapshot. */
  compactAfterUpdates: 500,
  /** A room nobody uses gives up its live document after this. */
  idleRoomMs: 60_000,
  titleLength: 200,
  nameLength: 60,
  tagLength: 60,
} as const;
