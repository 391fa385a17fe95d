import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import type { WorkflowDifference } from '@techbridge/plugin-bridge-common';
import { mutedText } from '../components/mutedText';
import { useLanguage } from '../components/useLanguage';
import { workflowsTranslationRef } from '../translation/workflows';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.5),
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0 },
  },
  words: { flex: '1 1 200px', overflowWrap: 'anywhere' },
  class: {
    color: mutedText(theme),
    fontSize: 12.5,
    lineHeight: 1.6,
    whiteSpace: 'nowrap',
  },
}));

/** What is other in a version, in words, and how much each means. @internal */
export function DifferenceList(props: { differences: WorkflowDifference[] }) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  if (props.differences.length === 0) {
    return null;
  }
  return (
    <ul className={classes.list}>
      {props.differences.map(({ path, class: weight, message }) => (
        <li key={`${path} ${message.en}`} className={classes.line}>
          <span className={classes.words}>{message[language]}</span>
          <Tooltip title={t(`class.${weight}Hint`)}>
            <span className={classes.class}>{t(`class.${weight}`)}</span>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}
