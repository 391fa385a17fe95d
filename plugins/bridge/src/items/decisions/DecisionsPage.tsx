import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { DecisionRecord } from '@techbridge/plugin-bridge-common';
import { useParams } from 'react-router-dom';
import { useDecisions } from '../../api/useDecisions';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { OnPaper } from '../../components/OnPaper';
import { PageFrame } from '../../components/PageFrame';
import { PrintButton } from '../../components/PrintButton';
import { itemRouteRef } from '../../routes';
import { decisionsTranslationRef } from '../../translation/decisions';
import { DecisionSheet } from './DecisionSheet';

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
  const { value: records = [] } = decisions;
  return (
    <PageFrame
      title={t('page.title')}
      subtitle={[key, records[0]?.item.title].filter(Boolean).join(' · ')}
      actions={
        <>
          <LinkButton to={itemPath} variant="outlined" size="small">
            {t('page.back')}
          </LinkButton>
          {records.length > 0 && <PrintButton />}
        </>
      }
    >
      <OnPaper />
      <Loaded load={decisions} loading={t('loading')} failed={t('error')}>
        {value => <Sheets records={value} />}
      </Loaded>
    </PageFrame>
  );
}

function Sheets({ records }: { records: DecisionRecord[] }) {
  const { t } = useTranslationRef(decisionsTranslationRef);
  const classes = useStyles();
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
