import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { FormEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { systemsRouteRef } from '../routes';
import { homeTranslationRef } from '../translation/home';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1.5),
    maxWidth: 880,
  },
  field: {
    flex: '1 1 280px',
    '& .MuiOutlinedInput-root': {
      background: theme.palette.background.paper,
      borderRadius: 8,
      fontSize: 17,
    },
  },
  button: { minHeight: 56, padding: theme.spacing(0, 3), borderRadius: 8 },
}));

/** Asks the Systems page. @internal */
export function SearchBlock() {
  const { t } = useTranslationRef(homeTranslationRef);
  const classes = useStyles();
  const navigate = useNavigate();
  const systemsPath = useRouteRef(systemsRouteRef)();
  const [question, setQuestion] = useState('');
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const query = new URLSearchParams({ q: question.trim() });
    navigate(question.trim() ? `${systemsPath}?${query}` : systemsPath);
  };
  return (
    <form role="search" className={classes.root} onSubmit={ask}>
      <TextField
        variant="outlined"
        className={classes.field}
        value={question}
        onChange={event => setQuestion(event.target.value)}
        placeholder={t('search.placeholder')}
        inputProps={{ 'aria-label': t('search.label'), maxLength: 200 }}
      />
      <Button
        type="submit"
        color="primary"
        variant="contained"
        disableElevation
        className={classes.button}
      >
        {t('search.submit')}
      </Button>
      <LinkButton to={systemsPath} className={classes.button}>
        {t('search.all')}
      </LinkButton>
    </form>
  );
}
