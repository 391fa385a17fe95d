import { ComponentProps, useState } from 'react';
import { later } from '../../components/later';
import { isMerge } from '../following/isMerge';
import type { OpenedAction as Opened } from './OpenedAction';

const MergeDialog = later(
  async () => (await import('../following/MergeDialog')).MergeDialog,
);
const OpenedAction = later(
  async () => (await import('./OpenedAction')).OpenedAction,
);

/**
 * What the page of an item opens for an action: a look at both items where one
 * is merged into the other, the form of the action otherwise. Which of them does
 * not change while it is open.
 *
 * @internal
 */
export function WantedAction(props: ComponentProps<typeof Opened>) {
  const { item, asked, onWant, onChanged } = props;
  const [isAsked] = useState(asked !== undefined);
  const [merges] = useState(() =>
    Boolean(asked?.allowed && isMerge(item, asked)),
  );
  if (!isAsked) {
    return null;
  }
  return merges ? (
    <MergeDialog
      item={item}
      onChanged={onChanged}
      onClose={() => onWant(undefined)}
    />
  ) : (
    <OpenedAction {...props} />
  );
}
