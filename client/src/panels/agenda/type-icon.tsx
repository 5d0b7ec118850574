import {
  IconArrowsExchange,
  IconBulb,
  IconCards,
  IconChecklist,
  IconCircleDotted,
  IconCoffee,
  IconEye,
  IconEyeOff,
  IconGridDots,
  IconHammer,
  IconHandStop,
  IconInfoCircle,
  IconLayoutGrid,
  IconListCheck,
  IconMessageCircle,
  IconMoodSmile,
  IconPencil,
  type IconProps,
  IconRefresh,
  IconRun,
  IconShare,
  IconUsersGroup,
  IconDoorExit,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';

/** A picture for each type of step; one line a type. Another type has a dotted circle. */
const ICONS: Readonly<Record<string, ComponentType<IconProps>>> = {
  'check-in': IconHandStop,
  instruction: IconInfoCircle,
  'private-writing': IconEyeOff,
  'open-writing': IconPencil,
  reveal: IconEye,
  'round-robin': IconRefresh,
  'one-two-four-all': IconArrowsExchange,
  clustering: IconCards,
  linking: IconShare,
  build: IconHammer,
  voting: IconGridDots,
  matrix: IconLayoutGrid,
  breakout: IconUsersGroup,
  'plenary-share': IconBulb,
  discussion: IconMessageCircle,
  'quality-check': IconChecklist,
  commitment: IconListCheck,
  break: IconCoffee,
  energiser: IconRun,
  feedback: IconMoodSmile,
  'check-out': IconDoorExit,
};

/** The picture of a type of step. */
export function TypeIcon({ type, size = 20 }: { type: string; size?: number }): ReactNode {
  const Found = ICONS[type] ?? IconCircleDotted;
  return <Found size={size} stroke={1.75} aria-hidden />;
}
