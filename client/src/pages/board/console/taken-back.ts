/** Controls that can be taken back, each with words of its own. */
export const TAKEN_BACK = ['goTo', 'pause', 'addTime', 'bring', 'lead', 'spotlight', 'hide', 'turn'] as const;
