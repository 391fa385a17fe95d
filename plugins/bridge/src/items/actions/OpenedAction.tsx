import type { Item, ItemAction } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
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
  if (!opened) {
    return null;
  }
  return (
    <ActionDialog
      item={item}
      action={opened}
      offered={asked}
      onClose={() => onWant(undefined)}
      onChanged={onChanged}
      onStale={onStale}
    />
  );
}
