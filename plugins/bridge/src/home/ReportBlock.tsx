import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import SuggestIcon from '@material-ui/icons/EmojiObjectsOutlined';
import ReportIcon from '@material-ui/icons/ReportProblemOutlined';
import { FEEDBACK, PROPOSAL } from '../api/workflowIds';
import { Panel } from '../components/Panel';
import { newItemRouteRef } from '../routes';
import { homeTranslationRef } from '../translation/home';
import { termsTranslationRef } from '../translation/terms';

const useStyles = makeStyles(theme => ({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1.5),
    marginTop: theme.spacing(2),
    '& > *': { minHeight: 48, flex: '1 1 180px' },
  },
}));

/** The two doors for everybody: a problem, or an idea. @internal */
export function ReportBlock() {
  const { t } = useTranslationRef(homeTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const formPath = useRouteRef(newItemRouteRef);
  return (
    <Panel title={t('report.title')}>
      <Typography>{t('report.text')}</Typography>
      <div className={useStyles().buttons}>
        <LinkButton
          to={formPath({ workflow: FEEDBACK })}
          color="primary"
          variant="contained"
          disableElevation
          startIcon={<ReportIcon />}
        >
          {term('item.reportProblem')}
        </LinkButton>
        <LinkButton
          to={formPath({ workflow: PROPOSAL })}
          variant="outlined"
          startIcon={<SuggestIcon />}
        >
          {term('item.suggest')}
        </LinkButton>
      </div>
    </Panel>
  );
}
