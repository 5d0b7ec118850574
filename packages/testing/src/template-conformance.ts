import { createElement, elementsOf, type KindRegistry, type NewElement, readElement } from '@talkoot/board';
import { LANGUAGES, type Language } from '@talkoot/protocol';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { z } from 'zod/mini';

/** The parts of a template that every template must get right. */
interface AnyTemplate {
  id: string;
  name: Record<Language, string>;
  frames: { id: string; title: Record<Language, string>; prompt: Record<Language, string> }[];
  agenda: { id: string; title: Record<Language, string>; minutes: number; settings: Record<string, unknown> }[];
}

interface TemplateParts<T> {
  schema: z.ZodMiniType<T>;
  layOut(template: T, language: Language, newId: () => string): { elements: NewElement[] };
  kinds: KindRegistry;
}

/** What every template must do. Calls `describe`; use it at the top of a test file. */
export function templateConformance<T extends AnyTemplate>(template: T, parts: TemplateParts<T>): void {
  describe(`template conformance: ${template.id}`, () => {
    it('parses and survives JSON unchanged', () => {
      expect(parts.schema.parse(JSON.parse(JSON.stringify(template)))).toEqual(template);
    });

    it('says everything in every language', () => {
      for (const texts of [
        template.name,
        ...template.frames.flatMap(({ title, prompt }) => [title, prompt]),
        ...template.agenda.map(({ title }) => title),
      ]) {
        for (const language of LANGUAGES) expect(texts[language].trim()).not.toBe('');
      }
    });

    it('names frames and steps once, and steps name only frames it has', () => {
      const frames = template.frames.map(({ id }) => id);
      expect(new Set(frames).size).toBe(frames.length);
      const steps = template.agenda.map(({ id }) => id);
      expect(new Set(steps).size).toBe(steps.length);
      for (const { settings } of template.agenda) {
        const targets = settings.targetFrames;
        if (Array.isArray(targets)) expect(frames).toEqual(expect.arrayContaining(targets));
      }
    });

    it.each(LANGUAGES)('becomes elements that parse, in %s, and do not lie on each other', (language) => {
      let count = 0;
      const { elements } = parts.layOut(template, language, () => `e${++count}`);
      expect(elements).toHaveLength(template.frames.length);
      const doc = new Y.Doc();
      for (const element of elements) createElement(doc, element, parts.kinds);
      for (const { id } of elements) expect(readElement(id, elementsOf(doc).get(id), parts.kinds)).not.toBeNull();
      expect(overlaps(elements)).toEqual([]);
    });
  });
}

/** Pairs of frames that cut each other's edges; one lying whole in another is meant so. */
function overlaps(elements: NewElement[]): string[] {
  const cut: string[] = [];
  for (const a of elements) {
    for (const b of elements) {
      if (a.id < b.id && meet(a, b) && !inside(a, b) && !inside(b, a)) cut.push(`${a.id} ${b.id}`);
    }
  }
  return cut;
}

function meet(a: NewElement, b: NewElement): boolean {
  return (
    a.place.x < b.place.x + b.size.width &&
    b.place.x < a.place.x + a.size.width &&
    a.place.y < b.place.y + b.size.height &&
    b.place.y < a.place.y + a.size.height
  );
}

function inside(a: NewElement, b: NewElement): boolean {
  return (
    a.place.x >= b.place.x &&
    a.place.x + a.size.width <= b.place.x + b.size.width &&
    a.place.y >= b.place.y &&
    a.place.y + a.size.height <= b.place.y + b.size.height
  );
}
