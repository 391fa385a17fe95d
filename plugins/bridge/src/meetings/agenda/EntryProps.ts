import type { AgendaEntry } from '@techbridge/plugin-bridge-common';
import type { TitleOf } from '../../api/useTitles';
import type { MeetingProps } from '../MeetingProps';
import type { MeetingCommand } from '../useMeetingCommand';

/** An entry of an agenda as its parts are handed it. @internal */
export interface EntryProps extends MeetingProps {
  entry: AgendaEntry;
  /** From 0. */
  place: number;
  /** When it begins, in milliseconds. */
  startsAt: number;
  titleOf: TitleOf;
  /** Sends a command whose refusal stands above the agenda. */
  run: MeetingCommand['run'];
}
