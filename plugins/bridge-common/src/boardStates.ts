/** How a board can stand: open, or how it ended. @public */
export const BOARD_STATES = [
  'open',
  'approved',
  'conditional',
  'rejected',
  'sentBack',
  'noQuorum',
  'cancelled',
] as const;
