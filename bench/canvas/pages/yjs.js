// Yjs alone, for comparison: the same bytes, nothing listening.
import * as Y from 'yjs';

window.yjsAlone = (base64) => {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const doc = new Y.Doc();
  const start = performance.now();
  Y.applyUpdate(doc, bytes);
  const ms = performance.now() - start;
  window.keptDoc = doc;
  return { ms, elements: doc.getMap('elements').size };
};
