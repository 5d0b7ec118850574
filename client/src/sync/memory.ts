import type { z } from 'zod/mini';

/** Small things remembered per browser: nothing here may be needed for correctness. */
export interface Memory {
  get(key: string): string | null;
  set(key: string, value: string | null): void;
}

/** In localStorage, or nowhere when the browser forbids it. */
export const browserMemory: Memory = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // A full or forbidden storage only means that less is remembered.
    }
  },
};

/** Reads JSON that may be damaged or of an older version. */
export function remembered<T>(memory: Memory, key: string, schema: z.ZodMiniType<T>, otherwise: T): T {
  const text = memory.get(key);
  if (text === null) return otherwise;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : otherwise;
  } catch {
    return otherwise;
  }
}
