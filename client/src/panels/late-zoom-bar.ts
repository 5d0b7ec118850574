import { latePart } from '../ui/late-part.tsx';

/** The bar of the view, after the first picture: who has just come looks at the board as it is. */
export const ZoomBar = latePart(async () => (await import('./zoom-bar.tsx')).ZoomBar);
