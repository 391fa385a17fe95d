import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  VersionStep,
  WorkflowVersionDetail,
} from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { GuardedButton } from '../components/GuardedButton';
import { Panel } from '../components/Panel';
import { useLanguage } from '../components/useLanguage';
import { workflowImportRouteRef, workflowSettingsRouteRef } from '../routes';
import { workflowsTranslationRef } from '../translation/workflows';
import { StepDialog, StepsProps } from './StepDialog';

const useStyles = makeStyles(theme => ({
  buttons: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: theme.spacing(1),
    '& .MuiButton-root': { width: '100%' },
  },
}));

/** Which steps of a version make sense, by how far it has come. */
const SENSIBLE: { [status: string]: VersionStep[] | undefined } = {
  draft: ['submit', 'discard'],
  inReview: ['publish', 'return', 'discard'],
};

/** What can be done with a version, and why not. @internal */
export function VersionSteps(props: StepsProps) {
  const { workflow, found, onTaken } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const [step, setStep] = useState<VersionStep>();
  const sensible = SENSIBLE[found.status] ?? [];
  const steps = found.steps.filter(({ id }) => sensible.includes(id));
  return (
    <Panel title={t('step.title')}>
      <div className={classes.buttons}>
        {found.mayEdit && <EditLinks workflow={workflow.id} found={found} />}
        {steps.map(({ id, why }) => (
          <GuardedButton
            key={id}
            color={id === 'discard' ? 'default' : 'primary'}
            variant={id === sensible[0] ? 'contained' : 'outlined'}
            barred={why?.[language]}
            onClick={() => setStep(id)}
          >
            {t(`step.${id}`)}
          </GuardedButton>
        ))}
        <Why found={found} steps={steps} />
      </div>
      {step && (
        <StepDialog
          {...{ workflow, found, step, onTaken }}
          onClose={() => setStep(undefined)}
        />
      )}
    </Panel>
  );
}

/** In so many words, as a phone shows no hint of a button. */
function Why(props: {
  found: WorkflowVersionDetail;
  steps: WorkflowVersionDetail['steps'];
}) {
  const { found, steps } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const isOpen = SENSIBLE[found.status] !== undefined;
  if (steps.length === 0) {
    return (
      <Typography variant="body2">
        {isOpen ? t('step.files') : t('step.settled')}
      </Typography>
    );
  }
  const reasons = new Set(steps.flatMap(({ why }) => why?.[language] ?? []));
  return (
    <>
      {[...reasons].map(reason => (
        <Typography key={reason} variant="body2" aria-hidden>
          {reason}
        </Typography>
      ))}
    </>
  );
}

/** To the settings, or to the file for those who know the language. */
function EditLinks(props: { workflow: string; found: WorkflowVersionDetail }) {
  const { workflow, found } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const path = useRouteRef(workflowSettingsRouteRef)({ id: workflow });
  const filePath = useRouteRef(workflowImportRouteRef)();
  const { version } = found;
  return (
    <>
      <LinkButton
        to={`${path}?version=${version}`}
        variant="outlined"
        color="primary"
      >
        {t('version.edit')}
      </LinkButton>
      <LinkButton
        to={`${filePath}?workflow=${workflow}&version=${version}`}
        variant="outlined"
      >
        {t('version.editFile')}
      </LinkButton>
    </>
  );
}
