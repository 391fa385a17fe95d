import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { later } from '../../components/later';
import { recusalTranslationRef } from '../../translation/recusal';
import type { BoardProps } from './BoardProps';

const RecusalDialog = later(
  async () => (await import('./RecusalDialog')).RecusalDialog,
);

/** Lets a member of a board step aside. @internal */
export function RecusalButton(props: BoardProps) {
  const { t } = useTranslationRef(recusalTranslationRef);
  const [open, setOpen] = useState(false);
  if (!props.board.mayRecuse) {
    return null;
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && <RecusalDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
