import { z } from 'zod/mini';

/** What a person is in a workshop. `display` is a room screen, never a person. */
export const ROLES = ['facilitator', 'cofacilitator', 'roomHost', 'participant', 'observer', 'display'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Roles that run the workshop: they read backstage and give facilitation commands. */
export function isFacilitating(role: Role): boolean {
  return role === 'facilitator' || role === 'cofacilitator';
}

/** People for whom a workshop is made: they write, speak, vote and work in groups. */
export function isMember(role: Role): boolean {
  return role === 'participant' || role === 'roomHost';
}

/** Roles that look after a room: they let people in, put up screens, and write for who has no device. */
export function isHosting(role: Role): boolean {
  return isFacilitating(role) || role === 'roomHost';
}

/** From where somebody takes part: in the room, from elsewhere, or in the room without a device. */
export const PersonMode = z.enum(['room', 'remote', 'paper']);
export type PersonMode = z.infer<typeof PersonMode>;

export const WORKSHOP_STATES = ['draft', 'open', 'closed'] as const;
export const WorkshopState = z.enum(WORKSHOP_STATES);
export type WorkshopState = z.infer<typeof WorkshopState>;

export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** Whose elements a participant may act on. */
export const Reach = z.enum(['none', 'own', 'all']);
export type Reach = z.infer<typeof Reach>;

/**
 * What participants may do on the board, changed live by a facilitator.
 * `kinds: null` means every kind that participants may add by default; `colours: null` means every colour.
 */
export const ParticipationRules = z.object({
  kinds: z.nullable(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40))),
  colours: z.nullable(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40))),
  edit: Reach,
  move: Reach,
  delete: Reach,
});
export type ParticipationRules = z.infer<typeof ParticipationRules>;

export const DEFAULT_RULES: ParticipationRules = {
  kinds: null,
  colours: null,
  edit: 'own',
  move: 'all',
  delete: 'own',
};
