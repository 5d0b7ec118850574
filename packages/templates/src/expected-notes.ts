import type { Template, TemplateFrame } from './format.ts';

/** Steps in which everybody writes notes into the frames that they name. */
const WRITING = new Set(['private-writing', 'open-writing']);
const NOTES_PER_PERSON = 3;
const PEOPLE_PER_GROUP = 4;
/** More than this are clustered and stacked, and a frame that holds them all is no longer taken in at a glance. */
const MOST = 10;

/** How many notes a frame gets from the agenda when as many take part as suits it best. */
export function expectedNotes(frame: TemplateFrame, { agenda, groupSize }: Template): number {
  const people = { participant: 1, group: PEOPLE_PER_GROUP, none: groupSize.ideal }[frame.repeat ?? 'none'];
  const notes = agenda
    .filter(({ type }) => WRITING.has(type))
    .map(({ frames, settings: { maxNotesPerPerson } }) => {
      if (!frames.includes(frame.id)) return 0;
      const each = typeof maxNotesPerPerson === 'number' ? maxNotesPerPerson : NOTES_PER_PERSON;
      return (each * people) / frames.length;
    });
  return Math.min(MOST, Math.ceil(notes.reduce((sum, count) => sum + count, 0)));
}
