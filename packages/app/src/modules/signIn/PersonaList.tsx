import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import ButtonBase from '@material-ui/core/ButtonBase';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { PersonAvatar } from '@techbridge/plugin-bridge';
import { shellTranslationRef } from '../../translation/shell';
import { Persona } from './persona';
import { useIsChinese } from './useIsChinese';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: theme.spacing(1.5),
  },
  person: {
    width: '100%',
    height: '100%',
    display: 'flex',
    justifyContent: 'flex-start',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1.5),
    textAlign: 'left',
    borderRadius: 8,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    transition: 'border-color 120ms',
    '&:hover': { borderColor: theme.palette.primary.main },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  words: { minWidth: 0, display: 'block' },
  name: { display: 'block', fontWeight: 600 },
  role: {
    display: 'block',
    fontSize: 13,
    color: theme.palette.text.secondary,
  },
}));

const PLACES = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** The people whose name or role holds the filter. @internal */
export function PersonaList(props: {
  personas?: Persona[];
  filter: string;
  onChoose(ref: string): void;
}) {
  const { personas, filter, onChoose } = props;
  const { t } = useTranslationRef(shellTranslationRef);
  const classes = useStyles();
  if (!personas) {
    return (
      <div
        className={classes.list}
        role="status"
        aria-label={t('signIn.loading')}
      >
        {PLACES.map(place => (
          <Skeleton key={place} variant="rect" height={66} />
        ))}
      </div>
    );
  }
  const found = personas.filter(persona => matches(persona, filter));
  if (found.length === 0) {
    return <Typography role="status">{t('signIn.none')}</Typography>;
  }
  return (
    <ul className={classes.list} aria-label={t('signIn.people')}>
      {found.map(persona => (
        <li key={persona.ref}>
          <PersonButton
            persona={persona}
            onClick={() => onChoose(persona.ref)}
          />
        </li>
      ))}
    </ul>
  );
}

function PersonButton(props: { persona: Persona; onClick(): void }) {
  const { title, role } = props.persona;
  const classes = useStyles();
  const language = useIsChinese() ? 'zh' : 'en';
  return (
    <ButtonBase className={classes.person} onClick={props.onClick}>
      <PersonAvatar name={title.zh} size={40} />
      <span className={classes.words}>
        <span className={classes.name}>{title[language]}</span>
        <span className={classes.role}>{role[language]}</span>
      </span>
    </ButtonBase>
  );
}

function matches({ ref, title, role, systems }: Persona, filter: string) {
  const words = [ref, title.en, title.zh, role.en, role.zh];
  const text = [...words, ...systems.map(({ name }) => name)].join(' ');
  return text.toLowerCase().includes(filter.trim().toLowerCase());
}
