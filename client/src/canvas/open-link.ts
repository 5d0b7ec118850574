import { isLink } from '@talkoot/board';

/** Opens a link of somebody's words beside the board, which the other page learns nothing of. */
export function openLink(address: string): void {
  if (!isLink(address)) return;
  const link = document.createElement('a');
  Object.assign(link, { href: address, target: '_blank', rel: 'noopener noreferrer' });
  link.click();
}
