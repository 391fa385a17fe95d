import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import DownloadIcon from '@material-ui/icons/GetApp';
import type { ExportedFile } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import {
  ExportChoice,
  ItemExporting,
  useItemExport,
} from '../../api/useItemExport';
import type { ItemQuery } from '../../api/useItemSearch';
import { errorSentence } from '../../components/errorSentence';
import { saveFile } from '../../components/saveFile';
import { useLanguage } from '../../components/useLanguage';
import { visuallyHidden } from '../../components/visuallyHidden';
import { printTranslationRef } from '../../translation/print';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(0.5, 1),
  },
  button: { whiteSpace: 'nowrap', minHeight: 36 },
  entry: { minHeight: 48 },
  error: { color: theme.palette.error.main, fontSize: 13, maxWidth: 420 },
  done: visuallyHidden,
}));

/** Those for most people come first. */
const CHOICES = [
  { id: 'xlsx', format: 'xlsx' },
  { id: 'csv', format: 'csv' },
  { id: 'semicolons', format: 'csv', separator: 'semicolon' },
  { id: 'json', format: 'json' },
] as const;

function save({ name, content }: ExportedFile): void {
  saveFile(name, content);
}

/** Puts what the page has found into a file, in one of several formats. @internal */
export function ExportMenu({ query }: { query?: ItemQuery }) {
  const { t } = useTranslationRef(printTranslationRef);
  const classes = useStyles();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const exporting = useItemExport(query, save);
  const { busy, start } = exporting;
  const choose = (choice: ExportChoice) => {
    setAnchor(undefined);
    start(choice);
  };
  return (
    <div className={classes.root}>
      <Button
        variant="outlined"
        className={classes.button}
        startIcon={
          busy ? <CircularProgress size={18} aria-hidden /> : <DownloadIcon />
        }
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        disabled={!query}
        aria-disabled={busy}
        onClick={({ currentTarget }) => !busy && setAnchor(currentTarget)}
      >
        {busy ? t('export.busy') : t('export.title')}
      </Button>
      <Menu
        open={Boolean(anchor)}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        onClose={() => setAnchor(undefined)}
        MenuListProps={{ 'aria-label': t('export.title') }}
      >
        {CHOICES.map(({ id, ...choice }) => (
          <MenuItem
            key={id}
            className={classes.entry}
            onClick={() => choose(choice)}
          >
            {t(`export.${id}`)}
          </MenuItem>
        ))}
      </Menu>
      <Result exporting={exporting} />
    </div>
  );
}

/** How it went: a refusal for all to see, a file for those who only hear. */
function Result({ exporting }: { exporting: ItemExporting }) {
  const { busy, done, error } = exporting;
  const { t } = useTranslationRef(printTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  return (
    <>
      {error && (
        <span role="alert" className={classes.error}>
          {t('export.failed', { reason: errorSentence(error, language) })}
        </span>
      )}
      <span role="status" className={classes.done}>
        {busy && t('export.busy')}
        {done && t('export.done', { name: done })}
      </span>
    </>
  );
}
