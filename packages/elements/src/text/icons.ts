/** Small filled outlines around 0,0 for choosing to which side words keep. */
export const ALIGN_ICONS = {
  left: 'M-8 -6H8V-4.2H-8ZM-8 -0.9H2V0.9H-8ZM-8 4.2H6V6H-8Z',
  center: 'M-8 -6H8V-4.2H-8ZM-4.5 -0.9H4.5V0.9H-4.5ZM-6.5 4.2H6.5V6H-6.5Z',
  right: 'M-8 -6H8V-4.2H-8ZM-2 -0.9H8V0.9H-2ZM-6 4.2H8V6H-6Z',
} as const;
