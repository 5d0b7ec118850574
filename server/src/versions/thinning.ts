import { LIMITS } from '@talkoot/protocol';

const DAY_MS = 86_400_000;

/**
 * Which versions without a name have had their time: beyond the newest, one a day stays, the last of each (UTC), and
 * of these the newest. Takes them the latest first.
 */
export function outlived(unnamed: readonly { id: string; createdAt: number }[]): string[] {
  const days = new Set<number>();
  const gone: string[] = [];
  for (const { id, createdAt } of unnamed.slice(LIMITS.versionsUnnamed)) {
    const day = Math.floor(createdAt / DAY_MS);
    if (days.has(day) || days.size >= LIMITS.versionDays) gone.push(id);
    else days.add(day);
  }
  return gone;
}
