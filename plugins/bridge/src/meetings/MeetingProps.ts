import type { Meeting } from '@techbridge/plugin-bridge-common';

/** A meeting as its parts are handed it. @internal */
export interface MeetingProps {
  meeting: Meeting;
  /** Puts the state that a command answered. */
  onChanged(meeting: Meeting): void;
  /** A command was refused: what is shown may be old. */
  onRefused(): void;
}
