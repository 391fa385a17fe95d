import type { Item, ItemAction } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { isMerge } from '../following/isMerge';
import { MergeDialog } from '../following/MergeDialog';
import { ActionDialog } from './ActionDialog';

/**
 * The dialog of the action that is wanted. Once open it stays, also when the
 * item moves on meanwhile: what was typed must not vanish.
 *
 * @internal
 */
export function OpenedAction(props: {
  item: Item;
  asked?: ItemAction;
  onWant(action: string | undefined): void;
  onChanged(item: Item): void;
  onStale(): void;
}) {
  const { item, asked, onWant, onChanged, onStale } = props;
  const [opened] = useState(() => (asked?.allowed ? asked : undefined));
  const [merges] = useState(() => asked !== undefined && isMerge(item, asked));
  if (!opened) {
    return null;
  }
  const close = () => onWant(undefined);
  if (merges) {
    return <MergeDialog item={item} onChanged={onChanged} onClose={close} />;
  }
  return (
    <ActionDialog
      item={item}
      action={opened}
      offered={asked}
      onClose={close}
      onChanged={onChanged}
      onStale={onStale}
    />
  );
}
