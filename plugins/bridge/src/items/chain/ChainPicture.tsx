import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { Chain } from '@techbridge/plugin-bridge-common';
import { Fragment, useMemo } from 'react';
import type { Workflows } from '../../api/useWorkflows';
import { mutedText } from '../../components/mutedText';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';
import { ChainGap, GAP_WIDTH } from './ChainGap';
import { ChainNode } from './ChainNode';
import { ChainColumn, layoutChain } from './layoutChain';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    [theme.breakpoints.down('sm')]: { flexDirection: 'column' },
  },
  column: {
    flex: `1 1 0`,
    minWidth: 0,
    maxWidth: 300,
    [theme.breakpoints.down('sm')]: { maxWidth: 'none' },
  },
  heading: {
    margin: theme.spacing(0, 0, 0.75),
    fontSize: 12.5,
    fontWeight: 600,
    lineHeight: '18px',
    color: mutedText(theme),
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  slots: {
    position: 'relative',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    [theme.breakpoints.down('sm')]: {
      // The heights are those of the picture; a phone shows a list.
      height: 'auto !important',
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
    },
  },
  pass: {
    position: 'absolute',
    left: 0,
    right: 0,
    borderTop: `2px solid ${mutedText(theme)}`,
    [theme.breakpoints.down('sm')]: { display: 'none' },
  },
  gap: {
    flex: `0 0 ${GAP_WIDTH}px`,
    color: mutedText(theme),
    paddingTop: 24,
    [theme.breakpoints.down('sm')]: {
      flex: 'none',
      paddingTop: 0,
      textAlign: 'center',
      fontSize: 20,
      lineHeight: '28px',
      '& svg': { display: 'none' },
      '&::before': { content: '"↓"' },
    },
  },
}));

/** Columns of items with arrows between them; below each other on a phone. @internal */
export function ChainPicture(props: {
  chain: Chain;
  current: string;
  workflows: Workflows;
}) {
  const { chain, current, workflows } = props;
  const classes = useStyles();
  const layout = useMemo(
    () => layoutChain(chain, id => workflows.byId.get(id)?.kind),
    [chain, workflows],
  );
  return (
    <div className={classes.root}>
      {layout.columns.map((column, index) => (
        <Fragment key={column.workflow}>
          {index > 0 && (
            <div className={classes.gap} aria-hidden>
              <ChainGap lines={layout.gaps[index - 1]} height={layout.height} />
            </div>
          )}
          <Column
            {...props}
            column={column}
            height={layout.height}
            current={current}
          />
        </Fragment>
      ))}
    </div>
  );
}

function Column(props: {
  column: ChainColumn;
  height: number;
  chain: Chain;
  current: string;
  workflows: Workflows;
}) {
  const { column, height, chain, current, workflows } = props;
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const title = workflows.byId.get(column.workflow)?.title[language];
  return (
    <div className={classes.column}>
      <h3 className={classes.heading}>{title ?? column.workflow}</h3>
      <ul
        className={classes.slots}
        style={{ height }}
        aria-label={t('chain.column', { kind: title ?? column.workflow })}
      >
        {column.slots.map(({ item, y }) =>
          item ? (
            <ChainNode
              key={item.key}
              item={item}
              y={y}
              current={item.key === current}
              links={chain.edges.filter(({ from }) => from === item.key)}
            />
          ) : (
            <li
              key={y}
              aria-hidden
              className={classes.pass}
              style={{ top: y }}
            />
          ),
        )}
      </ul>
    </div>
  );
}
