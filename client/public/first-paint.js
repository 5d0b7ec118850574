// Runs before the first paint, so that a dark page never flashes white and the page's language is right from the
// start. Its own file, because the page's policy allows no inline script. Keys as in src/ui/preferences.ts.
(() => {
  const root = document.documentElement;
  let scheme = 'auto';
  let language = null;
  try {
    scheme = localStorage.getItem('talkoot.scheme') || 'auto';
    language = localStorage.getItem('talkoot.language');
  } catch {
    // Storage may be switched off; then the device decides.
  }
  const dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  if (language) root.lang = language;
  // The words of the language that the page will choose (src/ui/preferences.ts); a build names their files here.
  const files = document.currentScript.dataset;
  const preferred = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]);
  const file = files[[language, ...preferred, 'fi'].find((code) => code && files[code])];
  if (!file) return;
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = file;
  document.head.append(link);
})();
