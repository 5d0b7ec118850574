import type { ImagePort } from '../canvas/paint/pictures.ts';

const SAMPLE =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="#bfe0f8"/>' +
      '<path d="M0 240L110 90L190 190L240 130L320 240Z" fill="#216c8f"/><circle cx="250" cy="60" r="28" fill="#ffe68a"/></svg>',
  );

/** Images of a board without a server: kept in this tab; what is not here shows a sample. */
export function localImages(onFailed: (error: unknown) => void): ImagePort {
  const urls = new Map<string, string>();
  return {
    url: (hash) => urls.get(hash) ?? SAMPLE,
    async upload(file) {
      const url = URL.createObjectURL(file);
      const image = new Image();
      image.src = url;
      await image.decode();
      const hash = (urls.size + 1).toString(16).padStart(64, '0');
      urls.set(hash, url);
      return { hash, width: image.naturalWidth, height: image.naturalHeight };
    },
    adopt: async () => {},
    onFailed,
  };
}
