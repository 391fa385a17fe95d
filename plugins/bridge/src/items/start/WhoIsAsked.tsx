import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { System } from '@techbridge/plugin-bridge-common';
import { useMailAddresses } from '../../api/useMailAddresses';
import { useSystem } from '../../api/useSystem';
import { mutedText } from '../../components/mutedText';
import { Person } from '../../components/Person';
import { useLanguage } from '../../components/useLanguage';
import { newItemTranslationRef } from '../../translation/newItem';
import { termsTranslationRef } from '../../translation/terms';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    minHeight: 44,
    padding: theme.spacing(1.5, 2),
    borderRadius: 8,
    border: `1px solid ${theme.palette.primary.main}`,
    borderLeftWidth: 4,
  },
  label: { color: mutedText(theme), fontSize: 13 },
}));

/** Who answers for the chosen system now. @internal */
export function WhoIsAsked({ system: name }: { system: string }) {
  const { t } = useTranslationRef(newItemTranslationRef);
  const classes = useStyles();
  const { system, error } = useSystem(name);
  if (error) {
    return null;
  }
  return (
    <div className={classes.root} aria-live="polite">
      <span className={classes.label}>{t('superUserNow')}</span>
      {system?.name === name ? (
        <Asked system={system} />
      ) : (
        <Skeleton width={160} height={32} />
      )}
    </div>
  );
}

function Asked({ system }: { system: System }) {
  const { t } = useTranslationRef(newItemTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const linkTo = useEntityRefLink();
  const { business, it } = system.owners;
  const person = business.find(({ user }) => user === system.askNow[0]);
  const mails = useMailAddresses(person ? [person.user] : []);
  if (!person) {
    return (
      <span>
        {t('noSuperUser', {
          group: (
            <Link to={linkTo(it.ref)} underline="always">
              {it.title[language]}
            </Link>
          ),
        })}
      </span>
    );
  }
  return (
    <Person
      user={person.user}
      name={person.name}
      email={mails.get(person.user)}
      note={`${term(`role.${person.role}`)} · ${term(`shift.${person.shift}`)}`}
    />
  );
}
