import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { makeStyles } from '@material-ui/core/styles';
import SuggestIcon from '@material-ui/icons/EmojiObjectsOutlined';
import ReportIcon from '@material-ui/icons/ReportProblemOutlined';
import { itemCreatePermission, System } from '@techbridge/plugin-bridge-common';
import { FEEDBACK, PROPOSAL } from '../api/workflowIds';
import { GuardedButton } from '../components/GuardedButton';
import { useLanguage } from '../components/useLanguage';
import { newItemRouteRef } from '../routes';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    marginTop: theme.spacing(0.5),
    marginLeft: -5,
    '& .MuiButton-root': { fontSize: 12.5 },
    '& .MuiButton-startIcon': { marginRight: 4 },
  },
}));

/** Reports a problem with a system, or suggests an improvement. @internal */
export function AskActions(props: {
  system: System;
  /** In the row of a list: small, and named with the system. */
  inRow?: boolean;
}) {
  const { system, inRow } = props;
  const { t: term } = useTranslationRef(termsTranslationRef);
  const classes = useStyles();
  return (
    <div className={inRow ? classes.row : classes.root}>
      <AskAction
        system={system}
        inRow={inRow}
        workflow={FEEDBACK}
        label={term('item.reportProblem')}
        icon={<ReportIcon />}
      />
      <AskAction
        system={system}
        inRow={inRow}
        workflow={PROPOSAL}
        label={term('item.suggest')}
        icon={<SuggestIcon />}
      />
    </div>
  );
}

function AskAction(props: {
  system: System;
  inRow?: boolean;
  workflow: string;
  label: string;
  icon: JSX.Element;
}) {
  const { system, inRow, workflow, label, icon } = props;
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const formPath = useRouteRef(newItemRouteRef)({ workflow });
  const { allowed, loading } = usePermission({
    permission: itemCreatePermission,
  });
  const look = {
    startIcon: icon,
    size: inRow ? ('small' as const) : undefined,
    variant: inRow ? ('text' as const) : ('outlined' as const),
  };
  if (!allowed && !loading) {
    return (
      <GuardedButton
        {...look}
        barred={term('notAllowed')}
        onClick={() => undefined}
      >
        {label}
      </GuardedButton>
    );
  }
  const query = new URLSearchParams({ system: system.name });
  return (
    <LinkButton
      {...look}
      to={`${formPath}?${query}`}
      aria-label={t('ask.action', {
        action: label,
        system: system.title[language],
      })}
    >
      {label}
    </LinkButton>
  );
}
