import { useApi } from '@backstage/core-plugin-api';
import { fieldError, Item, ItemAction } from '@techbridge/plugin-bridge-common';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useCommand } from '../../api/useCommand';
import { Submission, useSubmit } from '../../components/useSubmit';
import { FormData, sentData } from '../form/formData';
import type { FormHandle } from '../form/FormHandle';
import { itemIn } from '../itemIn';

/** What is needed to carry out an action. @internal */
export interface ActOptions {
  item: Item;
  action: ItemAction;
  /** Null where there is none, or none yet. */
  form: FormHandle | null;
  /** `before`: what stood in the form at first. */
  input: { data: FormData; before: FormData; comment: string };
  onDone(item: Item): void;
  /** The state that the action lost against. */
  onNewest(item: Item): void;
  /** The item has changed, and its newest state is not known. */
  onStale(): void;
}

/**
 * Carries out an action from the state on the screen. When that state has
 * passed, the new one is shown and nothing typed is lost.
 *
 * @internal
 */
export function useAct(options: ActOptions): Submission {
  const { item, action, form, input, onDone } = options;
  const api = useApi(bridgeApiRef);
  const act = useCommand((body: ReturnType<typeof bodyOf>, call) =>
    api.act(item.key, action.id, body, call),
  );
  return useSubmit(async () => {
    if (action.form && !form?.validate()) {
      return;
    }
    if (action.comment === 'required' && !input.comment.trim()) {
      throw fieldError('comment', 'required');
    }
    try {
      onDone(await act(bodyOf(options)));
    } catch (error) {
      showNewest(error, options);
      throw error;
    }
  }, asBridgeError);
}

function bodyOf({ item, action, input }: ActOptions) {
  const comment = input.comment.trim();
  return {
    rev: item.rev,
    ...(action.form && { data: sentData(input.data, input.before) }),
    ...(comment && action.comment !== 'none' && { comment }),
  };
}

const STALE = new Set([
  'item-changed',
  'action-refused',
  'action-forbidden',
  'action-not-found',
]);

function showNewest(error: unknown, options: ActOptions) {
  const { code, current } = asBridgeError(error);
  if (!STALE.has(code)) {
    return;
  }
  const newest = itemIn(current);
  if (newest) {
    options.onNewest(newest);
  } else {
    options.onStale();
  }
}
