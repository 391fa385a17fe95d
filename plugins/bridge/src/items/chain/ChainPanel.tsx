import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { Item } from '@techbridge/plugin-bridge-common';
import { ChainLoad, useChain } from '../../api/useChain';
import { useWorkflows, Workflows } from '../../api/useWorkflows';
import { CardError } from '../../components/CardError';
import { mutedText } from '../../components/mutedText';
import { Panel } from '../../components/Panel';
import { itemsTranslationRef } from '../../translation/items';
import { ChainPicture } from './ChainPicture';

const useStyles = makeStyles(theme => ({
  alone: { marginTop: theme.spacing(1.5), color: mutedText(theme) },
}));

/** Everything that hangs together with an item, as one picture. @internal */
export function ChainPanel({ item }: { item: Item }) {
  const { t } = useTranslationRef(itemsTranslationRef);
  const load = useChain(item);
  const workflows = useWorkflows();
  return (
    <Panel title={t('chain.title')}>
      <ChainBody {...load} current={item.key} workflows={workflows} />
    </Panel>
  );
}

function ChainBody(
  props: ChainLoad & { current: string; workflows?: Workflows },
) {
  const { chain, error, retry, current, workflows } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(itemsTranslationRef);
  if (error && !chain) {
    return <CardError error={error} onRetry={retry} />;
  }
  if (!chain || !workflows) {
    return <Skeleton variant="rect" height={110} />;
  }
  return (
    <>
      <ChainPicture chain={chain} current={current} workflows={workflows} />
      {chain.nodes.length === 1 && (
        <Typography variant="body2" className={classes.alone}>
          {t('chain.alone')}
        </Typography>
      )}
    </>
  );
}
