import { type Command, isFacilitating, type Role } from '@talkoot/protocol';
import type { Given, Outcome, SessionState } from './state.ts';

/** A command of one type. */
export type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** What a command of one type does, and who may give it. */
export interface Handler<Type extends Command['type']> {
  may(role: Role, command: Of<Type>): boolean;
  run(state: SessionState, command: Of<Type>, given: Given): Outcome;
}

/** Handlers of some commands, by type. */
export type Handlers<Types extends Command['type']> = { readonly [Type in Types]: Handler<Type> };

/** A command that facilitators alone give. */
export function control<Type extends Command['type']>(run: Handler<Type>['run']): Handler<Type> {
  return { may: isFacilitating, run };
}

/** Roles that take part: they write, vote and speak. */
export function takesPart(role: Role): boolean {
  return role !== 'observer' && role !== 'display';
}
