import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { SuperUser } from '@techbridge/plugin-bridge-common';
import useAsync from 'react-use/esm/useAsync';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { systemByName } from '../api/systemByName';
import { mutedText } from '../components/mutedText';
import { Person } from '../components/Person';
import { useNameOf } from '../components/useNameOf';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import { ownersOf } from './ownersOf';

const useStyles = makeStyles(theme => ({
  line: { whiteSpace: 'nowrap', lineHeight: 1.6 },
  role: { color: mutedText(theme), fontSize: 12.5 },
  // On a narrow screen the table scrolls instead of breaking names.
  person: { minWidth: 150 },
}));

/** In the catalog's table: who answers for a system. @internal */
export function OwnerCell(props: { column: 'business' | 'now'; name: string }) {
  const { column, name } = props;
  const api = useApi(bridgeApiRef);
  const { value, loading } = useAsync(
    () => systemByName(api, name),
    [api, name],
  );
  if (loading) {
    return <Skeleton width={96} />;
  }
  if (!value) {
    return null;
  }
  const { lead, backup, now } = ownersOf(value);
  return column === 'now' ? (
    <Now person={now} />
  ) : (
    <Leads people={[lead, backup]} />
  );
}

function Now({ person }: { person?: SuperUser }) {
  const { t: term } = useTranslationRef(termsTranslationRef);
  const classes = useStyles();
  return person ? (
    <div className={classes.person}>
      <Person
        user={person.user}
        name={person.name}
        note={term(`shift.${person.shift}`)}
        avatar={24}
      />
    </div>
  ) : (
    <Vacant />
  );
}

function Leads({ people }: { people: (SuperUser | undefined)[] }) {
  const { t: term } = useTranslationRef(termsTranslationRef);
  const nameOf = useNameOf();
  const linkTo = useEntityRefLink();
  const classes = useStyles();
  const appointed = people.filter(person => person !== undefined);
  if (appointed.length === 0) {
    return <Vacant />;
  }
  return (
    <>
      {appointed.map(person => (
        <div key={person.user} className={classes.line}>
          <Link to={linkTo(person.user)} underline="always">
            {nameOf(person)}
          </Link>{' '}
          <span className={classes.role}>{term(`role.${person.role}`)}</span>
        </div>
      ))}
    </>
  );
}

function Vacant() {
  const { t } = useTranslationRef(systemsTranslationRef);
  return <>{t('list.vacant')}</>;
}
