import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { NewWorkflow } from '@techbridge/plugin-bridge-common';
import { Panel } from '../components/Panel';
import { useLanguage } from '../components/useLanguage';
import { workflowsTranslationRef } from '../translation/workflows';
import { useMaking } from './useMaking';
import { VersionLine } from './VersionLine';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** Workflows that have never been in force. @internal */
export function NewPanel({ workflows }: { workflows: NewWorkflow[] }) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const making = useMaking(workflows);
  return (
    <Panel title={t('list.new')}>
      <ul className={useStyles().list}>
        {workflows.map(workflow => (
          <VersionLine
            key={workflow.id}
            workflow={workflow.id}
            version={workflow}
            title={workflow.title[language]}
            note={making(workflow)}
          />
        ))}
      </ul>
    </Panel>
  );
}
