import { accountMessages } from './account.ts';
import { agendaMessages } from './agenda.ts';
import { boardMessages } from './board.ts';
import { canvasMessages } from './canvas.ts';
import { clusterMessages } from './clusters.ts';
import { closingMessages } from './closing.ts';
import { commentMessages } from './comments.ts';
import { commonMessages } from './common.ts';
import { displayMessages } from './display.ts';
import { findingMessages } from './finding.ts';
import { consoleMessages } from './console.ts';
import { exportMessages } from './export.ts';
import { groupMessages } from './groups.ts';
import { homeMessages } from './home.ts';
import { joinMessages } from './join.ts';
import { outlineMessages } from './outline.ts';
import { peopleMessages } from './people.ts';
import { phoneMessages } from './phone.ts';
import { presenceMessages } from './presence.ts';
import { problemMessages } from './problems.ts';
import { propertyMessages } from './properties.ts';
import { refusalMessages } from './refusals.ts';
import { rehearsalMessages } from './rehearsals.ts';
import { roundMessages } from './rounds.ts';
import { runningMessages } from './running.ts';
import { shortcutMessages } from './shortcuts.ts';
import { wordsMessages } from './words.ts';
import { versionMessages } from './versions.ts';

/** Every area of messages: one line an area. */
export const AREAS = [
  accountMessages,
  agendaMessages,
  boardMessages,
  canvasMessages,
  closingMessages,
  clusterMessages,
  commentMessages,
  commonMessages,
  displayMessages,
  findingMessages,
  consoleMessages,
  exportMessages,
  groupMessages,
  homeMessages,
  joinMessages,
  outlineMessages,
  peopleMessages,
  phoneMessages,
  presenceMessages,
  problemMessages,
  propertyMessages,
  refusalMessages,
  rehearsalMessages,
  roundMessages,
  runningMessages,
  shortcutMessages,
  wordsMessages,
  versionMessages,
] as const;
