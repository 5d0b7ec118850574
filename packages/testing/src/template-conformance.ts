import {
  absolutePoint,
  type Box,
  createElement,
  elementsOf,
  type KindRegistry,
  type NewElement,
  readElement,
} from '@talkoot/board';
import { AgendaStep, LANGUAGES, type Language } from '@talkoot/protocol';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { z } from 'zod/mini';

/** The parts of a template that every template must get right. */
interface AnyTemplate {
  id: string;
  name: Record<Language, string>;
  description: Record<Language, string>;
  durationMinutes: number;
  frames: { id: string; title: Record<Language, string>; prompt: Record<Language, string> }[];
  agenda: {
    id: string;
    type: string;
    title: Record<Language, string>;
    minutes: number;
    frames: string[];
    settings: Record<string, unknown>;
  }[];
}

interface TemplateParts<T> {
  schema: z.ZodMiniType<T>;
  layOut(
    template: T,
    language: Language,
    newId: () => string,
  ): { elements: NewElement[]; frameIds: Record<string, string> };
  agendaOf(template: T, frameIds: Record<string, string>, newId: () => string): AgendaStep[];
  /** What is wrong with a step for its type. */
  mistakesOf(step: AnyTemplate['agenda'][number]): unknown[];
  kinds: KindRegistry;
}

/** What every template must do. Calls `describe`; use it at the top of a test file. */
export function templateConformance<T extends AnyTemplate>(template: T, parts: TemplateParts<T>): void {
  describe(`template conformance: ${template.id}`, () => {
    test('parses and survives JSON unchanged', () => {
      expect(parts.schema.parse(JSON.parse(JSON.stringify(template)))).toEqual(template);
    });

    test('says everything in every language', () => {
      for (const texts of [
        template.name,
        template.description,
        ...template.frames.flatMap(({ title, prompt }) => [title, prompt]),
        ...template.agenda.map(({ title }) => title),
      ]) {
        for (const language of LANGUAGES) expect(texts[language].trim()).not.toBe('');
      }
    });

    test('names frames and steps once, and steps name only frames it has', () => {
      const frames = template.frames.map(({ id }) => id);
      expect(new Set(frames).size).toBe(frames.length);
      const steps = template.agenda.map(({ id }) => id);
      expect(new Set(steps).size).toBe(steps.length);
      for (const step of template.agenda) expect(frames).toEqual(expect.arrayContaining(step.frames));
    });

    test('has steps that their types can read', () => {
      const wrong = template.agenda.flatMap((step) => parts.mistakesOf(step).map((mistake) => ({ step, mistake })));
      expect(wrong).toEqual([]);
    });

    test('lasts as long as its steps', () => {
      expect(template.agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(template.durationMinutes);
    });

    test('has an agenda whose steps name elements of the board', () => {
      let count = 0;
      const { elements, frameIds } = parts.layOut(template, 'en', () => `e${++count}`);
      const ids = elements.map(({ id }) => id);
      const agenda = parts.agendaOf(template, frameIds, () => `s${++count}`);
      expect(new Set(agenda.map(({ id }) => id)).size).toBe(template.agenda.length);
      for (const [index, step] of agenda.entries()) {
        const { type, title, minutes, settings, frames } = template.agenda[index] as AnyTemplate['agenda'][number];
        expect(AgendaStep.parse(step)).toMatchObject({ type, title, minutes, settings });
        expect(step.frames).toEqual(frames.map((frame) => frameIds[frame]));
        expect(ids).toEqual(expect.arrayContaining(step.frames));
      }
    });

    test.each(LANGUAGES)('becomes elements that parse, in %s, and do not lie on each other', (language) => {
      let count = 0;
      const { elements } = parts.layOut(template, language, () => `e${++count}`);
      expect(elements).toHaveLength(template.frames.length);
      const doc = new Y.Doc();
      for (const element of elements) createElement(doc, element, parts.kinds);
      for (const { id } of elements) expect(readElement(id, elementsOf(doc).get(id), parts.kinds)).not.toBeNull();
      expect(overlaps(elements)).toEqual([]);
      expect(outside(elements)).toEqual([]);
    });
  });
}

/** Where each element is on the board, whatever it stands in. */
function boxesOf(elements: NewElement[]): Map<string, Box> {
  const places = new Map(elements.map(({ id, place }) => [id, place]));
  const lookup = (id: string) => places.get(id);
  return new Map(elements.map(({ id, place, size }) => [id, { ...absolutePoint(place, lookup), ...size }]));
}

/** Frames that reach out of the frame that they stand in. */
function outside(elements: NewElement[]): string[] {
  const boxes = boxesOf(elements);
  return elements
    .filter(({ id, place }) => place.frame !== null && !inside(boxes.get(id) as Box, boxes.get(place.frame) as Box))
    .map(({ id }) => id);
}

/** Pairs of frames that lie on each other; one may lie whole in the frame that it stands in. */
function overlaps(elements: NewElement[]): string[] {
  const boxes = boxesOf(elements);
  const within = new Map(elements.map(({ id, place }) => [id, place.frame]));
  const standsIn = (id: string, frame: string): boolean => {
    for (let at = within.get(id); at; at = within.get(at)) if (at === frame) return true;
    return false;
  };
  return elements.flatMap(({ id: a }) =>
    elements
      .filter(({ id: b }) => a < b && meet(boxes.get(a) as Box, boxes.get(b) as Box))
      .filter(({ id: b }) => !standsIn(a, b) && !standsIn(b, a))
      .map(({ id: b }) => `${a} ${b}`),
  );
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function inside(a: Box, b: Box): boolean {
  return a.x >= b.x && a.x + a.width <= b.x + b.width && a.y >= b.y && a.y + a.height <= b.y + b.height;
}
