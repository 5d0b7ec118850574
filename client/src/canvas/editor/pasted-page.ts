/** Where a pasted page's styles wait: read as such, the content policy would forbid them and say so. */
const STYLE = 'data-pasted-style';
const PLAIN_WEIGHT = /font-weight:\s*(normal|400)/i;
const BLOCKS = new Set(['P', 'OL', 'UL']);

/** A page from the clipboard without anything that the content policy would have to stop. */
export function withoutStyles(page: string): string {
  return page
    .replaceAll(/<style\b[\s\S]*?<\/style>/gi, '')
    .replaceAll(/<[a-z][^>]*>/gi, (tag) => tag.replaceAll(/\sstyle\s*=/gi, ` ${STYLE}=`));
}

/** Gives a parsed page its styles, and makes what word processors mean into what it is. */
export function prepare(page: Document): void {
  for (const list of page.querySelectorAll(`p[${STYLE}*="mso-list"]`)) asListItem(list);
  for (const bold of page.querySelectorAll(`b[${STYLE}]`)) {
    // Google's documents come wrapped into bold that is none.
    if (PLAIN_WEIGHT.test(styleOf(bold))) bold.replaceWith(...bold.childNodes);
  }
  for (const line of page.querySelectorAll('br')) {
    const { previousElementSibling: before, nextElementSibling: after } = line;
    if (before && after && BLOCKS.has(before.tagName) && BLOCKS.has(after.tagName)) line.remove();
  }
  for (const styled of page.querySelectorAll<HTMLElement>(`[${STYLE}]`)) styled.style.cssText = styleOf(styled);
}

function styleOf(element: Element): string {
  return element.getAttribute(STYLE) ?? '';
}

/** Word writes paragraphs with a sign before them. */
function asListItem(paragraph: Element): void {
  let sign = '';
  for (const mark of paragraph.querySelectorAll(`[${STYLE}*="mso-list:Ignore" i], [${STYLE}*="mso-list: Ignore" i]`)) {
    sign += mark.textContent;
    mark.remove();
  }
  const item = paragraph.ownerDocument.createElement('li');
  item.dataset.list = /^\s*\w+[.)]/.test(sign) ? 'ordered' : 'bullet';
  item.append(...paragraph.childNodes);
  const { previousElementSibling: before } = paragraph;
  if (before?.hasAttribute('data-pasted-list')) {
    before.append(item);
    paragraph.remove();
    return;
  }
  const list = paragraph.ownerDocument.createElement('ol');
  list.setAttribute('data-pasted-list', '');
  list.append(item);
  paragraph.replaceWith(list);
}
