import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useParams } from 'react-router-dom';
import { useClock } from '../../api/useClock';
import { ItemOnPaper, useItemSheet } from '../../api/useItemSheet';
import { useWorkflow } from '../../api/useWorkflows';
import { Loaded } from '../../components/Loaded';
import { OnPaper } from '../../components/OnPaper';
import { PageFrame } from '../../components/PageFrame';
import { PrintButton } from '../../components/PrintButton';
import { RowSkeleton } from '../../components/RowSkeleton';
import { itemRouteRef } from '../../routes';
import { printTranslationRef } from '../../translation/print';
import { ItemSheet } from './ItemSheet';
import { ProposalSheet } from './ProposalSheet';

/** A work item on one page, to print and sign. @internal */
export function ItemPrintPage() {
  const { t } = useTranslationRef(printTranslationRef);
  const key = (useParams().key ?? '').toLocaleUpperCase('en-US');
  const itemPath = useRouteRef(itemRouteRef)({ key });
  const clock = useClock();
  const sheet = useItemSheet(key);
  return (
    <PageFrame
      title={t('page.title')}
      subtitle={[key, sheet.value?.item.title].filter(Boolean).join(' · ')}
      demoDay={clock?.demo ? clock.today() : undefined}
      actions={
        <>
          <LinkButton to={itemPath} variant="outlined" size="small">
            {t('page.back')}
          </LinkButton>
          {sheet.value && <PrintButton />}
        </>
      }
    >
      <OnPaper />
      <Loaded load={sheet} loading={t('loading')} failed={t('error')}>
        {paper => <SheetOfKind paper={paper} />}
      </Loaded>
    </PageFrame>
  );
}

/** A proposal has a form of its own, as offices know it. */
function SheetOfKind({ paper }: { paper: ItemOnPaper }) {
  const { t } = useTranslationRef(printTranslationRef);
  const workflow = useWorkflow(paper.item.workflow);
  if (!workflow) {
    return <RowSkeleton label={t('loading')} />;
  }
  return workflow.kind === 'Proposal' ? (
    <ProposalSheet paper={paper} workflow={workflow} />
  ) : (
    <ItemSheet paper={paper} workflow={workflow} />
  );
}
