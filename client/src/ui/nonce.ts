/**
 * The nonce of this page, for style sheets made at run time. It stands in the meta tag that the server filled; the
 * attribute reads empty once the browser has taken it in, the property does not.
 */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

declare global {
  interface Window {
    __webpack_nonce__?: string;
  }
}

/** Dialogs lock the page's scrolling with a style sheet of their own; that library looks for its nonce here. */
export function shareNonce(): void {
  window.__webpack_nonce__ = pageNonce();
}
