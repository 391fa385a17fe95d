import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import ArrowIcon from '@material-ui/icons/ArrowDropDown';
import { MeetingMember, PRESENCES } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { meetingsTranslationRef } from '../../translation/meetings';

const useStyles = makeStyles({
  button: { whiteSpace: 'nowrap', minHeight: 36 },
});

/** Whether a member takes part. @internal */
export type Presence = NonNullable<MeetingMember['presence']>;

/** Says whether a member takes part. @internal */
export function PresenceMenu(props: {
  presence: Presence | null;
  /** Of whom it is said. */
  person: string;
  busy: boolean;
  onChoose(presence: Presence): void;
}) {
  const { presence, person, busy, onChoose } = props;
  const { t } = useTranslationRef(meetingsTranslationRef);
  const classes = useStyles();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const word = t(`presence.${presence ?? 'unknown'}`);
  const choose = (next: Presence) => {
    setAnchor(undefined);
    onChoose(next);
  };
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        className={classes.button}
        endIcon={<ArrowIcon />}
        aria-haspopup="menu"
        aria-label={t('members.label', { presence: word, person })}
        disabled={busy}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {word}
      </Button>
      <Menu
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
      >
        {PRESENCES.map(one => (
          <MenuItem
            key={one}
            selected={one === presence}
            onClick={() => choose(one)}
          >
            {t(`presence.${one}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
