import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import ButtonBase from '@material-ui/core/ButtonBase';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import { makeStyles } from '@material-ui/core/styles';
import type { Attachment } from '@techbridge/plugin-bridge-common';
import { ReactNode, useState } from 'react';
import { useAttachedPicture } from '../../api/useAttachedPicture';
import { localName } from '../../components/localName';
import { mutedText } from '../../components/mutedText';
import { useLanguage } from '../../components/useLanguage';
import { filesTranslationRef } from '../../translation/files';

const useStyles = makeStyles(theme => ({
  tile: { margin: 0, width: 148, minWidth: 0 },
  frame: {
    width: '100%',
    height: 112,
    borderRadius: 6,
    overflow: 'hidden',
    border: `1px solid ${theme.palette.divider}`,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  small: { width: '100%', height: '100%', objectFit: 'cover' },
  name: { fontSize: 12.5, overflowWrap: 'anywhere', color: mutedText(theme) },
  full: { display: 'block', maxWidth: '100%', maxHeight: '80vh' },
}));

interface PictureProps {
  itemKey: string;
  attachment: Attachment;
}

/** A picture in small, which opens in full. @internal */
export function PictureTile(props: PictureProps & { children: ReactNode }) {
  const { attachment, children, ...picture } = props;
  const { t } = useTranslationRef(filesTranslationRef);
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const { name } = attachment;
  return (
    <figure className={classes.tile}>
      <ButtonBase
        className={classes.frame}
        aria-label={t('show', { name })}
        onClick={() => setOpen(true)}
      >
        <Drawn {...picture} attachment={attachment} small />
      </ButtonBase>
      <figcaption className={classes.name}>{children}</figcaption>
      {open && (
        <Dialog open maxWidth="lg" onClose={() => setOpen(false)}>
          <Drawn {...picture} attachment={attachment} />
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{t('close')}</Button>
          </DialogActions>
        </Dialog>
      )}
    </figure>
  );
}

function Drawn(props: PictureProps & { small?: boolean }) {
  const { itemKey, attachment, small } = props;
  const { id, name, by } = attachment;
  const { t } = useTranslationRef(filesTranslationRef);
  const classes = useStyles();
  const person = localName(by.name, useLanguage());
  const size = small ? 'small' : undefined;
  const address = useAttachedPicture(itemKey, id, size);
  return address ? (
    <img
      className={small ? classes.small : classes.full}
      src={address}
      alt={t('picture', { name, person })}
    />
  ) : (
    <span className={classes.name}>{name}</span>
  );
}
