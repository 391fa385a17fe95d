import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { memo, useMemo } from 'react';
import { mutedText } from '../components/mutedText';
import { SafeMarkdown } from '../components/SafeMarkdown';
import { libraryTranslationRef } from '../translation/library';
import { quoteAdmonitions } from './quoteAdmonitions';

const useStyles = makeStyles(theme => ({
  root: {
    fontSize: 16,
    lineHeight: 1.7,
    overflowWrap: 'anywhere',
    '& > :first-child': { marginTop: 0 },
    '& h1, & h2, & h3, & h4': {
      lineHeight: 1.35,
      margin: theme.spacing(3.5, 0, 1),
    },
    '& h1': { fontSize: 24 },
    '& h2': { fontSize: 20 },
    '& h3': { fontSize: 17 },
    '& h4': { fontSize: 16 },
    '& a': { textDecoration: 'underline' },
    '& img': { borderRadius: 6 },
    // Wide tables scroll by themselves instead of widening the page.
    '& table': {
      display: 'block',
      width: 'max-content',
      maxWidth: '100%',
      overflowX: 'auto',
      border: 0,
    },
    '& td, & th': {
      minWidth: '4em',
      padding: theme.spacing(1, 1.5),
      lineHeight: 1.5,
      border: `1px solid ${theme.palette.divider}`,
      wordBreak: 'normal',
      overflowWrap: 'break-word',
    },
    '& blockquote': {
      margin: theme.spacing(2, 0),
      padding: theme.spacing(1, 2),
      borderLeft: `4px solid ${theme.palette.primary.main}`,
      background: theme.palette.action.hover,
      borderRadius: '0 6px 6px 0',
    },
    '& blockquote > p': { margin: theme.spacing(0.5, 0) },
    '& pre': {
      overflowX: 'auto',
      padding: `${theme.spacing(1.5, 2)} !important`,
      borderRadius: 6,
      background: `${theme.palette.background.default} !important`,
    },
    // A highlighted block stands inside the block of its fence.
    '& pre pre': { padding: '0 !important', margin: '0 !important' },
    // The colours of highlighted code are too pale to be read (3 : 1).
    '& pre span': { color: 'inherit !important' },
    '& li + li': { marginTop: 4 },
  },
  empty: { color: mutedText(theme) },
}));

const KINDS = ['note', 'info', 'tip', 'warning', 'danger', 'example'] as const;

function Text(props: { body: string; language: 'zh' | 'en' }) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const classes = useStyles();
  const content = useMemo(
    () =>
      quoteAdmonitions(props.body, name =>
        t(`box.${KINDS.find(kind => kind === name) ?? 'note'}`),
      ),
    [props.body, t],
  );
  return content.trim() ? (
    <div lang={props.language}>
      <SafeMarkdown className={classes.root} content={content} />
    </div>
  ) : (
    <Typography className={classes.empty}>{t('case.empty')}</Typography>
  );
}

/** The text of a case, with the boxes that TechDocs draws. @internal */
export const CaseText = memo(Text);
