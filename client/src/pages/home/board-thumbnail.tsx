import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { thumbnailAddress } from '../../api/endpoints.ts';
import classes from './home.module.css';

/** How a workshop's board looks from afar: ornament beside its name. Without it the plain ground stays. */
export function BoardThumbnail({ workshopId }: { workshopId: string }): ReactNode {
  const scheme = useComputedColorScheme('light');
  const src = thumbnailAddress(workshopId, scheme);
  const [missing, setMissing] = useState<string | null>(null);
  if (missing === src) return <span className={classes.thumbnail} aria-hidden />;
  return <img className={classes.thumbnail} src={src} alt="" loading="lazy" onError={() => setMissing(src)} />;
}
