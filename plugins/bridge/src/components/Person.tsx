import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import MailIcon from '@material-ui/icons/MailOutline';
import { ReactNode } from 'react';
import { termsTranslationRef } from '../translation/terms';
import { mutedText } from './mutedText';
import { PersonAvatar } from './PersonAvatar';
import { useNameOf } from './useNameOf';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.25),
    minWidth: 0,
  },
  words: { minWidth: 0, lineHeight: 1.35 },
  name: { fontWeight: 600, overflowWrap: 'anywhere' },
  note: { color: mutedText(theme), fontSize: 12.5 },
}));

/** Somebody one can turn to. @internal */
export interface PersonProps {
  user: string;
  name: string;
  /** What stands below the name, such as role and shift. */
  note?: ReactNode;
  email?: string;
  avatar?: number | false;
}

/** A person with the ways to reach them: profile page, mail. @internal */
export function Person(props: PersonProps) {
  const { user, note, email, avatar = 28 } = props;
  const name = useNameOf()(props);
  const classes = useStyles();
  const linkTo = useEntityRefLink();
  return (
    <div className={classes.root}>
      {avatar !== false && <PersonAvatar name={props.name} size={avatar} />}
      <div className={classes.words}>
        <Link to={linkTo(user)} className={classes.name}>
          {name}
        </Link>
        {note && <div className={classes.note}>{note}</div>}
      </div>
      {email && <MailButton name={name} email={email} />}
    </div>
  );
}

function MailButton({ name, email }: { name: string; email: string }) {
  const { t } = useTranslationRef(termsTranslationRef);
  const label = t('writeMail', { name });
  return (
    <Tooltip title={label}>
      <IconButton
        size="small"
        color="primary"
        aria-label={label}
        href={`mailto:${email}`}
      >
        <MailIcon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}
