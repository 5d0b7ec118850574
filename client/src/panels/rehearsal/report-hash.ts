/** The end of the plan's address for who comes back from a rehearsal. */
export const REPORT_HASH = '#rehearsal';
