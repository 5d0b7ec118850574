import { blank } from './builtin/blank/template.ts';
import { customerProfile } from './builtin/customer-profile/template.ts';
import { iooiImpactChain } from './builtin/iooi-impact-chain/template.ts';
import { sailboat } from './builtin/sailboat/template.ts';
import { startStopContinue } from './builtin/start-stop-continue/template.ts';
import type { Template } from './format.ts';

/** Templates that ship with the product, in the order of the shelf: one line each. */
export const BUILTIN_TEMPLATES: readonly Template[] = [
  blank,
  startStopContinue,
  sailboat,
  iooiImpactChain,
  customerProfile,
];

/** A built-in template by its id. */
export function builtinTemplate(id: string): Template | undefined {
  return BUILTIN_TEMPLATES.find((template) => template.id === id);
}
