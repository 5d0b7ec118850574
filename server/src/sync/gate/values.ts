import { isForbiddenKey, isFormatValue } from '@talkoot/board';
import { LIMITS } from '@talkoot/protocol';
import * as Y from 'yjs';
import { GateRefusal } from './decode.ts';

const KEY = /^[A-Za-z0-9_.-]{1,64}$/;

/** SPEC G9: a key of a map. */
export function checkKey(key: string | null): string {
  if (key === null || !KEY.test(key) || isForbiddenKey(key)) throw new GateRefusal('schema', 'bad key');
  return key;
}

/** SPEC G9: a plain value of bounded depth and size, without prototypes, binary or numbers that are none. */
function checkValue(value: unknown): void {
  let nodes = 0;
  const visit = (node: unknown, depth: number): void => {
    if (++nodes > LIMITS.valueNodes || depth > LIMITS.valueDepth) throw new GateRefusal('schema', 'value too big');
    if (node === null || typeof node === 'boolean') return;
    if (node === undefined) throw new GateRefusal('schema', 'no value');
    if (typeof node === 'number') {
      if (!Number.isFinite(node)) throw new GateRefusal('schema', 'not a finite number');
      return;
    }
    if (typeof node === 'string') {
      if (node.length > LIMITS.stringLength) throw new GateRefusal('schema', 'string too long');
      return;
    }
    if (Array.isArray(node)) {
      for (const entry of node) visit(entry, depth + 1);
      return;
    }
    visitObject(node, depth, visit);
  };
  visit(value, 0);
}

function visitObject(node: unknown, depth: number, visit: (node: unknown, depth: number) => void): void {
  if (typeof node !== 'object' || node === null || Object.getPrototypeOf(node) !== Object.prototype) {
    throw new GateRefusal('schema', 'not a plain value');
  }
  for (const [key, entry] of Object.entries(node)) {
    if (isForbiddenKey(key)) throw new GateRefusal('schema', 'bad key');
    visit(entry, depth + 1);
  }
}

/**
 * The values of a map item, none when it was deleted before it came. Several are honest only where Yjs merged values
 * that were overwritten before they came: see `isDoomed`.
 */
export function valuesOf(item: Y.Item): unknown[] {
  if (item.content instanceof Y.ContentDeleted) return [];
  if (!(item.content instanceof Y.ContentAny)) throw new GateRefusal('schema', 'not a plain value');
  const values: unknown[] = item.content.arr;
  for (const value of values) checkValue(value);
  return values;
}

/** SPEC G10: formats of words: only names the kind allows, only the values the editor writes. */
export function checkFormat(key: string, value: unknown, allowed: readonly string[]): void {
  if (!allowed.includes(key)) throw new GateRefusal('schema', 'format not allowed');
  if (value !== null && !isFormatValue(key, value)) throw new GateRefusal('schema', 'format value not allowed');
}
