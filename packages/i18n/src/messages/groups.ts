import { defineMessages } from '../define.ts';

/** Groups that work beside each other. */
export const groupMessages = defineMessages({
  en: { 'group.numbered': 'Group {{number}}' },
  fi: { 'group.numbered': 'Ryhmä {{number}}' },
  sv: { 'group.numbered': 'Grupp {{number}}' },
});
