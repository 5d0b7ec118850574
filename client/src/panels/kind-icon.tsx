import {
  IconArrowUpRight,
  IconCircleDashed,
  IconFrame,
  IconHighlight,
  IconLineDashed,
  IconNote,
  IconPhoto,
  IconPencil,
  type IconProps,
  IconShape,
  IconSignature,
  IconTriangleSquareCircle,
  IconTypography,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import classes from './bars.module.css';

/** Icons that element kinds and their controls name; one line an icon, so that the bundle holds no others. */
const ICONS: Readonly<Record<string, ComponentType<IconProps>>> = {
  ArrowUpRight: IconArrowUpRight,
  CircleDashed: IconCircleDashed,
  Frame: IconFrame,
  Highlight: IconHighlight,
  // Level it would look like the three dots of a menu.
  LineDashed: (props) => <IconLineDashed {...props} className={classes.slanted ?? ''} />,
  Note: IconNote,
  Photo: IconPhoto,
  Pencil: IconPencil,
  Signature: IconSignature,
  TriangleSquareCircle: IconTriangleSquareCircle,
  Typography: IconTypography,
};

/** The icon of a kind or control by its Tabler name. */
export function KindIcon({ name, size = 22 }: { name: string; size?: number }): ReactNode {
  const Found = ICONS[name] ?? IconShape;
  return <Found size={size} stroke={1.75} aria-hidden />;
}
