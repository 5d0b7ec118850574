import { useMemo } from 'react';
import { api } from '../../api/endpoints.ts';
import { problemCode } from '../../api/problem.ts';
import type { ImagePort } from '../../canvas/paint/pictures.ts';
import { useT } from '../../ui/i18n.tsx';
import { toastProblem } from '../../ui/toasts.tsx';

/** The images of a workshop on the server. */
export function useImages(workshopId: string): ImagePort {
  const t = useT();
  return useMemo(
    () => ({
      url: (hash) => api.blobUrl(workshopId, hash),
      upload: (file) => api.upload(workshopId, file),
      adopt: (from, hashes) => api.adoptBlobs(workshopId, { from, hashes: [...hashes] }),
      onFailed: (error) => toastProblem(t(`problem.${problemCode(error)}`)),
    }),
    [workshopId, t],
  );
}
