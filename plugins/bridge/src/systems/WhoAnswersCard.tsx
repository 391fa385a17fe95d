import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  ANNOTATION_SYSTEM,
  type BridgeError,
} from '@techbridge/plugin-bridge-common';
import { useNavigate } from 'react-router-dom';
import { SystemState, useSystem } from '../api/useSystem';
import { errorSentence } from '../components/errorSentence';
import { useLanguage } from '../components/useLanguage';
import { systemsRouteRef } from '../routes';
import { systemsTranslationRef } from '../translation/systems';
import { termsTranslationRef } from '../translation/terms';
import { OwnersPanel } from './OwnersPanel';

/** On the page of a system or of its team: who answers for it. @internal */
export function WhoAnswersCard() {
  const { t } = useTranslationRef(systemsTranslationRef);
  const { entity } = useEntity();
  const state = useSystem(
    entity.metadata.annotations?.[ANNOTATION_SYSTEM]?.split('/').pop() ??
      entity.metadata.name,
  );
  return (
    <EntityInfoCard title={t('card.title')}>
      <CardBody {...state} />
    </EntityInfoCard>
  );
}

function CardBody({ system, error, replace, reload }: SystemState) {
  const navigate = useNavigate();
  const systemsPath = useRouteRef(systemsRouteRef);
  if (error) {
    return <CardError error={error} onRetry={reload} />;
  }
  if (!system) {
    return <Skeleton variant="rect" height={180} />;
  }
  return (
    <OwnersPanel
      system={system}
      onChanged={replace}
      onDeleted={() => navigate(systemsPath())}
    />
  );
}

function CardError(props: { error: BridgeError; onRetry(): void }) {
  const { error, onRetry } = props;
  const { t } = useTranslationRef(systemsTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const language = useLanguage();
  const unknown = error.code === 'system-not-found';
  return (
    <div role="alert">
      <Typography gutterBottom>
        {unknown ? t('card.unknown') : errorSentence(error, language)}
      </Typography>
      <Button variant="outlined" onClick={onRetry}>
        {term('retry')}
      </Button>
    </div>
  );
}
