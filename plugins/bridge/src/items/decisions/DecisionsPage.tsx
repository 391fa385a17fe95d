import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import PrintIcon from '@material-ui/icons/Print';
import { useParams } from 'react-router-dom';
import { Decisions, useDecisions } from '../../api/useDecisions';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Notice } from '../../components/Notice';
import { PageFrame } from '../../components/PageFrame';
import { RowSkeleton } from '../../components/RowSkeleton';
import { itemRouteRef } from '../../routes';
import { decisionsTranslationRef } from '../../translation/decisions';
import { DecisionSheet } from './DecisionSheet';
import { OnPaper } from './OnPaper';

const useStyles = makeStyles(theme => ({
  sheets: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
  },
}));

/** The records of what boards have decided on an item, to print and sign. @internal */
export function DecisionsPage() {
  const { t } = useTranslationRef(decisionsTranslationRef);
  const key = (useParams().key ?? '').toLocaleUpperCase('en-US');
  const itemPath = useRouteRef(itemRouteRef)({ key });
  const decisions = useDecisions(key);
  const { records = [] } = decisions;
  return (
    <PageFrame
      title={t('page.title')}
      subtitle={[key, records[0]?.item.title].filter(Boolean).join(' · ')}
      actions={
        <>
          <LinkButton to={itemPath} variant="outlined" size="small">
            {t('page.back')}
          </LinkButton>
          {records.length > 0 && (
            <Button
              variant="contained"
              color="primary"
              size="small"
              disableElevation
              startIcon={<PrintIcon />}
              onClick={() => window.print()}
            >
              {t('page.print')}
            </Button>
          )}
        </>
      }
    >
      <OnPaper />
      <Sheets decisions={decisions} />
    </PageFrame>
  );
}

function Sheets({ decisions }: { decisions: Decisions }) {
  const { records, error, reload } = decisions;
  const { t } = useTranslationRef(decisionsTranslationRef);
  const classes = useStyles();
  if (error) {
    return <ErrorNotice title={t('error')} error={error} onRetry={reload} />;
  }
  if (!records) {
    return <RowSkeleton label={t('loading')} />;
  }
  if (records.length === 0) {
    return <Notice title={t('empty.title')} hint={t('empty.hint')} />;
  }
  return (
    <div className={classes.sheets}>
      {records.map(record => (
        <DecisionSheet
          key={`${record.board} ${record.round}`}
          record={record}
        />
      ))}
    </div>
  );
}
