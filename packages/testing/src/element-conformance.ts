import {
  BoardModel,
  createElement,
  type ElementData,
  elementsOf,
  fieldOf,
  type NewElement,
  paintSvg,
  type Primitive,
  readElement,
  requiredFields,
  setField,
  TEXT_FIELD,
  TEXT_FORMATS,
  textOf,
  tokensOf,
  type WriteRule,
} from '@talkoot/board';
import {
  DARK_COLOURS,
  drawElement,
  ELEMENT_TYPES,
  type ElementType,
  LIGHT_COLOURS,
  paletteOf,
  setWords,
} from '@talkoot/elements';
import { DEFAULT_RULES, type Role } from '@talkoot/protocol';
import { type BoardView, decide, type Verdict } from '@talkoot/rights';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';

const ENV = { nameOf: (id: string) => (id === 'aino' ? 'Aino' : undefined) };
const LANGUAGES = ['fi', 'sv', 'en'] as const;

/** An element of a kind as its defaults make it. */
function newOf(type: ElementType, part: Partial<NewElement> = {}): NewElement {
  return {
    id: 'one',
    kind: type.kind,
    place: { frame: null, x: 10, y: 20 },
    size: type.defaults.size,
    order: 'a1',
    author: 'aino',
    fields: type.defaults.fields,
    ...(type.text ? { text: 'Ensimmäinen ajatus & <toinen>' } : {}),
    ...part,
  };
}

function documentOf(type: ElementType, part?: Partial<NewElement>): Y.Doc {
  const doc = new Y.Doc();
  createElement(doc, newOf(type, part), ELEMENT_TYPES);
  return doc;
}

function elementOf(type: ElementType, part?: Partial<NewElement>): ElementData {
  const element = readElement('one', elementsOf(documentOf(type, part)).get('one'), ELEMENT_TYPES);
  if (!element) throw new Error(`${type.kind}: its defaults do not parse`);
  return element;
}

/** The same as the model has it: an element that connects then has its way. */
function shownOf(type: ElementType, part?: Partial<NewElement>): ElementData {
  const model = new BoardModel(ELEMENT_TYPES);
  model.attach('board', documentOf(type, part));
  return model.get('one') as ElementData;
}

/** Every look its controls can give an element. */
function looksOf(type: ElementType): ElementData[] {
  const fields = type.controls.flatMap((control) =>
    'options' in control
      ? control.options.map(({ value }) => ({ [control.field]: value }))
      : [{ [control.field]: control.type === 'toggle' ? true : 'Mitä opimme?' }],
  );
  return [shownOf(type), ...fields.map((own) => shownOf(type, { fields: { ...type.defaults.fields, ...own } }))];
}

/**
 * What every element kind must hold. Registered kinds are run through it; a new kind is done when it passes.
 */
export function elementConformance(type: ElementType): void {
  describe(`element kind ${type.kind}`, () => {
    describe('document', () => documentSuite(type));
    describe('words', () => wordsSuite(type));
    describe('drawing', () => drawingSuite(type));
    describe('rights', () => rightsSuite(type));
  });
}

function documentSuite(type: ElementType): void {
  test('goes through a Yjs update and comes back the same', () => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(documentOf(type)));
    expect(readElement('one', elementsOf(copy).get('one'), ELEMENT_TYPES)).toEqual(elementOf(type));
  });

  test('without any one required field it does not exist', () => {
    for (const name of requiredFields(type)) {
      const doc = documentOf(type);
      elementsOf(doc).get('one')?.delete(name);
      expect(readElement('one', elementsOf(doc).get('one'), ELEMENT_TYPES), name).toBeNull();
    }
  });

  test('two people changing it at once end with the same', () => {
    const a = documentOf(type);
    const b = new Y.Doc();
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    setField(a, 'one', 'place', { frame: null, x: 1, y: 1 });
    setField(b, 'one', 'place', { frame: null, x: 2, y: 2 });
    for (const { field, value } of settingsOf(type)) setField(b, 'one', field, value);
    textOf(a, 'one')?.insert(0, 'A');
    textOf(b, 'one')?.insert(0, 'B');
    const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
    Y.applyUpdate(a, fromB);
    Y.applyUpdate(b, fromA);
    const read = (doc: Y.Doc) => readElement('one', elementsOf(doc).get('one'), ELEMENT_TYPES);
    expect(read(a)).not.toBeNull();
    expect(read(a)).toEqual(read(b));
  });

  test('every value of its controls parses, and a strange one does not', () => {
    for (const { field, value } of settingsOf(type)) {
      expect(fieldOf(type, field)?.schema.safeParse(value).success, `${field}=${String(value)}`).toBe(true);
      expect(fieldOf(type, field)?.schema.safeParse({ strange: true }).success, field).toBe(false);
    }
  });
}

function settingsOf(type: ElementType): { field: string; value: unknown }[] {
  return type.controls.flatMap((control) =>
    'options' in control
      ? control.options.map(({ value }) => ({ field: control.field, value }))
      : [{ field: control.field, value: control.type === 'toggle' ? true : 'sana' }],
  );
}

function wordsSuite(type: ElementType): void {
  const keys = [
    type.nameKey,
    `${type.countKey}_one`,
    `${type.countKey}_other`,
    ...(type.strokes?.pens ?? []).map(({ labelKey }) => labelKey),
    ...type.controls.flatMap((control) => [
      control.labelKey,
      ...('options' in control ? control.options.map(({ labelKey }) => labelKey) : []),
    ]),
  ];

  test.each(LANGUAGES)('has all its messages in %s', (language) => {
    for (const key of keys) expect(type.messages[language][key]?.trim(), key).toBeTruthy();
    expect(Object.keys(type.messages[language]).sort()).toEqual([...new Set(keys)].sort());
  });

  test('says in the outline what it says on the board', () => {
    const element = elementOf(type);
    if (type.text) expect(type.outlineWords(element)).toContain('Ensimmäinen ajatus');
    expect(typeof type.outlineWords(elementOf(type, type.text ? { text: '' } : {}))).toBe('string');
  });

  test('remarks on a look in words that it has', () => {
    for (const look of looksOf(type)) {
      for (const key of type.remarks?.(look) ?? []) expect(keys).toContain(key);
    }
  });

  test('has one place for its words if it has words, and allows only known formats', () => {
    const editable = type.words?.(shownOf(type), ENV).filter((block) => block.editable) ?? [];
    expect(editable).toHaveLength(type.text ? 1 : 0);
    for (const format of type.text?.formats ?? []) expect(TEXT_FORMATS).toContain(format);
  });

  test('has a key of its own', () => {
    expect(type.shortcut).toMatch(/^[a-z]$/);
    const others = [...ELEMENT_TYPES.values()].filter((other) => other.shortcut === type.shortcut);
    expect(others).toHaveLength(1);
    expect(['v', 'h', 'e']).not.toContain(type.shortcut);
  });
}

function drawingSuite(type: ElementType): void {
  test('draws every look with colours that light and dark both have', () => {
    for (const element of looksOf(type)) {
      for (const token of tokensOf(drawElement(type, element, ENV))) {
        expect(LIGHT_COLOURS, token).toHaveProperty([token]);
        expect(DARK_COLOURS, token).toHaveProperty([token]);
      }
    }
  });

  test('paints as SVG with its words made safe', () => {
    for (const element of looksOf(type)) {
      const svg = paintSvg(drawElement(type, element, ENV), paletteOf(LIGHT_COLOURS));
      expect(svg).not.toMatch(/NaN|undefined|Infinity|<toinen>/);
      if (type.text) expect(svg).toMatch(/Ensimm/);
    }
  });

  test('stays near its box at its smallest and at a large size', () => {
    for (const look of looksOf(type)) {
      // What connects has the size of its way.
      const sizes = type.connects
        ? [look.size]
        : [type.resizing?.min ?? type.defaults.size, { width: 1200, height: 800 }];
      for (const size of sizes) {
        const element = { ...look, size };
        for (const primitive of type.shape(element, ENV)) expectNear(primitive, size);
      }
    }
  });

  test('is hit on itself and not far from it', () => {
    const element = shownOf(type);
    const { width, height } = element.size;
    const isHit = (x: number, y: number): boolean => type.hits?.(element, { x, y }, 2, ENV) ?? true;
    const everywhere = Array.from({ length: 400 }, (_, at) =>
      isHit((width * (at % 20)) / 19, (height * Math.floor(at / 20)) / 19),
    );
    expect(everywhere).toContain(true);
    if (type.hits) expect(isHit(width + 500, height + 500)).toBe(false);
  });

  test('what is drawn by hand becomes elements that parse and stand where the hand was', () => {
    expect(type.strokes !== undefined).toBe(type.placing === 'stroke');
    for (const pen of type.strokes?.pens ?? []) {
      const line = [
        { x: 100, y: 50 },
        { x: 180, y: 90 },
        { x: 260, y: 50 },
      ];
      for (const { box, fields } of type.strokes?.cut(line, pen.fields, 0.4) ?? []) {
        const { x, y, ...size } = box;
        const element = elementOf(type, { size, fields });
        expect(element.fields).toEqual(fields);
        for (const point of line) expect(type.hits?.(element, { x: point.x - x, y: point.y - y }, 0.5, ENV)).toBe(true);
      }
    }
  });

  test('cuts or fits long words, so that none lie outside', () => {
    const element = shownOf(type, type.text ? { text: 'pitkä ajatus '.repeat(20).slice(0, type.text.maxLength) } : {});
    for (const block of type.words?.(element, ENV) ?? []) {
      if (block.cut) expect(setWords(block).layout.height).toBeLessThanOrEqual(block.box.height + 1);
    }
  });

  test('is in the model with its box', () => {
    const model = new BoardModel(ELEMENT_TYPES);
    model.attach('board', documentOf(type));
    if (type.connects) expect(model.box('one')).toEqual(model.get('one')?.route?.box);
    else expect(model.box('one')).toEqual({ x: 10, y: 20, ...type.defaults.size });
  });
}

/** Shadows may reach a little beyond the box. */
const BEYOND = 10;

function expectNear(primitive: Primitive, size: { width: number; height: number }): void {
  if (primitive.type !== 'rect') return;
  expect(primitive.x).toBeGreaterThanOrEqual(-BEYOND);
  expect(primitive.y).toBeGreaterThanOrEqual(-BEYOND);
  expect(primitive.x + primitive.width).toBeLessThanOrEqual(size.width + BEYOND);
  expect(primitive.y + primitive.height).toBeLessThanOrEqual(size.height + BEYOND);
}

/** Who may set a field of another person's element, by the rule that the field declares. */
const MAY_SET: Record<WriteRule, Record<'participant' | 'facilitator', boolean>> = {
  author: { participant: false, facilitator: true },
  move: { participant: true, facilitator: true },
  facilitator: { participant: false, facilitator: true },
  create: { participant: false, facilitator: false },
  server: { participant: false, facilitator: false },
};

function rightsSuite(type: ElementType): void {
  const element = elementOf(type);
  const board: BoardView = { element: (id) => (id === 'one' ? element : undefined), deleted: () => undefined };
  const ask = (role: Role, participantId: string, change: Parameters<typeof decide>[0]): Verdict =>
    decide(
      change,
      { participantId, role },
      { state: 'open', rules: DEFAULT_RULES, scope: 'board', kinds: ELEMENT_TYPES },
      board,
    );

  test('each field may be set by whom its rule names', () => {
    for (const { field, value } of [
      ...settingsOf(type),
      { field: 'place', value: element.place },
      { field: 'author', value: 'eero' },
    ]) {
      const rule = fieldOf(type, field)?.write as WriteRule;
      for (const role of ['participant', 'facilitator'] as const) {
        const verdict = ask(role, 'eero', { type: 'set', id: 'one', field, value });
        expect(verdict.allowed, `${field} by a ${role}`).toBe(MAY_SET[rule][role]);
      }
    }
  });

  test('its author may change it, an observer may not', () => {
    const change = type.text
      ? ({ type: 'text', id: 'one' } as const)
      : ({ type: 'set', id: 'one', field: 'place', value: element.place } as const);
    expect(ask('participant', 'aino', change).allowed).toBe(true);
    expect(ask('observer', 'aino', change)).toEqual({ allowed: false, reason: 'readOnly' });
  });

  test('participants may add it exactly when the kind says so', () => {
    const { id: _, text: _text, fields, ...common } = newOf(type);
    const change = {
      type: 'create',
      id: 'two',
      fields: { ...common, ...fields },
      hasText: type.text !== undefined,
    } as const;
    expect(ask('participant', 'aino', change).allowed).toBe(type.participantsMayAdd);
    expect(ask('facilitator', 'aino', change).allowed).toBe(true);
    expect(ask('facilitator', 'aino', { ...change, fields: { ...change.fields, strange: 1 } })).toMatchObject({
      reason: 'schema',
    });
    if (type.text)
      expect(ask('facilitator', 'aino', { ...change, hasText: false })).toMatchObject({ reason: 'incomplete' });
  });

  test('words are no plain field', () => {
    expect(ask('facilitator', 'aino', { type: 'set', id: 'one', field: TEXT_FIELD, value: 'x' })).toMatchObject({
      reason: 'schema',
    });
  });
}
