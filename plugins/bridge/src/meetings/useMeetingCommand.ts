import { useApi } from '@backstage/core-plugin-api';
import type { BridgeError, Meeting } from '@techbridge/plugin-bridge-common';
import { useRef } from 'react';
import { asBridgeError } from '../api/asBridgeError';
import { BridgeApi, bridgeApiRef } from '../api/bridgeApiRef';
import { useSubmit } from '../components/useSubmit';
import type { MeetingProps } from './MeetingProps';

type Command = (api: BridgeApi, id: number) => Promise<Meeting>;

/** Sends commands about a meeting, one at a time. @internal */
export interface MeetingCommand {
  busy: boolean;
  /** Why the last one was refused. */
  error?: BridgeError;
  run(command: Command): void;
}

/**
 * Commands about a meeting: what they answer is shown, and after a refusal the
 * newest state is.
 *
 * @param done - what follows one that was carried out
 * @internal
 */
export function useMeetingCommand(
  { meeting, onChanged, onRefused }: MeetingProps,
  done?: () => void,
): MeetingCommand {
  const api = useApi(bridgeApiRef);
  const wanted = useRef<Command>();
  const { busy, error, submit } = useSubmit(async () => {
    try {
      const answer = await wanted.current?.(api, meeting.id);
      if (answer) {
        onChanged(answer);
      }
    } catch (refusal) {
      onRefused();
      throw refusal;
    }
    done?.();
  }, asBridgeError);
  const run = (command: Command) => {
    wanted.current = command;
    submit();
  };
  return { busy, error, run };
}
