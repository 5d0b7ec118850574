export type EditorCode = typeof import('./quill-editor.ts');

let here: EditorCode | null = null;

/** The editor's code if it is here already. */
export function editorCode(): EditorCode | null {
  return here;
}

/** Loads the editor's code; fails while the server is away. */
export async function loadEditor(): Promise<EditorCode> {
  here = await import('./quill-editor.ts');
  return here;
}

const FIRST_LOAD_MS = 800;
const NEXT_LOAD_MS = 5_000;

/**
 * Loads the editor's code before anybody writes, so that the first letters are not lost and that who loses the line
 * can still write. Tries again until it is there, and tells of it then. Answers how to stop.
 */
export function preloadEditor(firstMs = FIRST_LOAD_MS, onHere?: (code: EditorCode) => void): () => void {
  let stopped = false;
  const load = (): Promise<void> =>
    loadEditor().then(
      (code) => {
        if (!stopped) onHere?.(code);
      },
      () => {
        if (!stopped) timer = setTimeout(load, NEXT_LOAD_MS);
      },
    );
  let timer = setTimeout(load, firstMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
