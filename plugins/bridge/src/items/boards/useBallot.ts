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
import { useTitles } from '../../api/useTitles';
import { useSubmit } from '../../components/useSubmit';
import { itemsTranslationRef } from '../../translation/items';
import { votesTranslationRef } from '../../translation/votes';
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
export function useBallot(props: BoardProps) {
  const { item, board, onBehalfOf, onChanged, onStale } = props;
  const api = useApi(bridgeApiRef);
  const said = useSaid(onBehalfOf);
  const alertApi = useApi(alertApiRef);
  const [choice, choose] = useState<Choice | undefined>(board.mine?.choice);
  const [reason, setReason] = useState(board.mine?.reason ?? '');
  const [conditions, setConditions] = useState<ConditionDraft[]>(
    board.mine?.conditions ?? [NO_CONDITION],
  );
  const cast = useCommand((ballot: Cast, call) => {
    const which = { board: board.id, ...(onBehalfOf && { onBehalfOf }) };
    return api.castBallot(item.key, { ...which, ...ballot }, call);
  });
  const submission = useSubmit(async () => {
    const chosen = {
      ...checked(board, choice, reason.trim()),
      ...(isConditional(choice) && {
        conditions: filledConditions(conditions),
      }),
    };
    try {
      onChanged(await cast(chosen));
      const message = said(chosen.choice);
      alertApi.post({ message, severity: 'success', display: 'transient' });
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

/** Says how the reader has voted, or for whom. @internal */
export function useSaid(onBehalfOf?: string): (choice: Choice) => string {
  const { t } = useTranslationRef(itemsTranslationRef);
  const { t: tVotes } = useTranslationRef(votesTranslationRef);
  const titleOf = useTitles(onBehalfOf ? [onBehalfOf] : []);
  return value => {
    const choice = tVotes(`choice.${value}`);
    return onBehalfOf
      ? t('board.mineFor', { choice, person: titleOf(onBehalfOf) })
      : t('board.mine', { choice });
  };
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
