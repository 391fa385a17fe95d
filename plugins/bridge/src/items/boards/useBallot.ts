import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  BALLOT_CHOICES,
  fieldError,
  ItemBoardView,
} from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useCommand } from '../../api/useCommand';
import { useSubmit } from '../../components/useSubmit';
import { itemsTranslationRef } from '../../translation/items';
import { itemIn } from '../itemIn';
import {
  ConditionDraft,
  filledConditions,
  isConditional,
  NO_CONDITION,
} from './ballotConditions';
import type { BoardProps } from './BoardProps';

/** How a member of a board may vote. @internal */
export type Choice = (typeof BALLOT_CHOICES)[number];

type Cast = {
  choice: Choice;
  reason?: string;
  conditions?: ConditionDraft[];
};

/** A vote as it is filled in and cast. @internal */
export function useBallot({ item, board, onChanged, onStale }: BoardProps) {
  const api = useApi(bridgeApiRef);
  const say = useSaid();
  const [choice, choose] = useState<Choice | undefined>(board.mine?.choice);
  const [reason, setReason] = useState(board.mine?.reason ?? '');
  const [conditions, setConditions] = useState<ConditionDraft[]>(
    board.mine?.conditions ?? [NO_CONDITION],
  );
  const cast = useCommand((ballot: Cast & { board: string }, call) =>
    api.castBallot(item.key, ballot, call),
  );
  const submission = useSubmit(async () => {
    const chosen = {
      ...checked(board, choice, reason.trim()),
      ...(isConditional(choice) && {
        conditions: filledConditions(conditions),
      }),
    };
    try {
      onChanged(await cast({ board: board.id, ...chosen }));
      say(chosen.choice);
    } catch (error) {
      const newest = itemIn(asBridgeError(error).current);
      if (newest) {
        onChanged(newest);
      } else {
        onStale();
      }
      throw error;
    }
  }, asBridgeError);
  return {
    ...submission,
    ...{ choice, choose, reason, setReason, conditions, setConditions },
  };
}

function useSaid() {
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslationRef(itemsTranslationRef);
  return (choice: Choice) =>
    alertApi.post({
      message: t('board.mine', { choice: t(`choice.${choice}`) }),
      severity: 'success',
      display: 'transient',
    });
}

function checked(
  board: ItemBoardView,
  choice: Choice | undefined,
  reason: string,
) {
  if (!choice) {
    throw fieldError('choice', 'required');
  }
  const shortest = board.reasonLength[choice] ?? 0;
  if (reason.length < shortest) {
    throw reason
      ? fieldError('reason', 'too-short', { minimum: shortest })
      : fieldError('reason', 'required');
  }
  return { choice, ...(reason && { reason }) };
}
