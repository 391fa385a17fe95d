import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { WorkflowVersionDetail } from '@techbridge/plugin-bridge-common';
import { useState } from 'react';
import { Panel } from '../components/Panel';
import { saveText } from '../components/saveText';
import { workflowsTranslationRef } from '../translation/workflows';

const useStyles = makeStyles(theme => ({
  buttons: { display: 'flex', gap: theme.spacing(1) },
  text: {
    maxHeight: 480,
    overflow: 'auto',
    margin: 0,
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    fontSize: 12.5,
    lineHeight: 1.5,
  },
}));

/** The file of a version, for those who want to see it. @internal */
export function VersionFile(props: {
  workflow: string;
  found: WorkflowVersionDetail;
}) {
  const { workflow, found } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const classes = useStyles();
  const [shown, setShown] = useState(false);
  const name = `${workflow}-${found.version}.yaml`;
  return (
    <Panel
      title={t('file.title')}
      actions={
        <div className={classes.buttons}>
          <Button
            size="small"
            aria-expanded={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? t('file.hide') : t('file.show')}
          </Button>
          <Button
            size="small"
            onClick={() => saveText(name, found.yaml, 'application/yaml')}
          >
            {t('file.save')}
          </Button>
        </div>
      }
    >
      {shown && (
        // So that it can be scrolled by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className={classes.text} tabIndex={0} aria-label={name}>
          {found.yaml}
        </pre>
      )}
    </Panel>
  );
}
