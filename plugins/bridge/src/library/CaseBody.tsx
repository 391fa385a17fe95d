import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { Case } from '@techbridge/plugin-bridge-common';
import { useDeferredValue, useEffect, useId, useState } from 'react';
import { libraryTranslationRef } from '../translation/library';
import { BODY_HEIGHT, BodyInput } from './BodyInput';
import { CaseText } from './CaseText';
import type { CaseValues } from './caseValues';
import { NewestText } from './NewestText';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: theme.spacing(0, 2),
    marginTop: theme.spacing(2),
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  column: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  tabs: {
    minHeight: 40,
    '& .MuiTab-root': { minHeight: 40, minWidth: 88, textTransform: 'none' },
  },
  shown: {
    boxSizing: 'border-box',
    height: BODY_HEIGHT,
    overflowY: 'auto',
    padding: theme.spacing(2),
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
  },
}));

type Pane = 'write' | 'preview' | 'newest';

interface CaseBodyProps {
  values: CaseValues;
  error?: string;
  /** What somebody else has saved meanwhile. */
  newest?: Case;
  onChange(body: string): void;
}

/**
 * The text of a case beside what it will look like; on a phone one behind the
 * other. The field stays where it is when another pane is shown, so that
 * nothing typed and no undo is lost.
 *
 * @internal
 */
export function CaseBody(props: CaseBodyProps) {
  const classes = useStyles();
  // Known at once: the field must not be drawn anew while somebody types.
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'), {
    noSsr: true,
  });
  const { panes, pane, choose } = usePanes(narrow, Boolean(props.newest));
  const id = useId();
  const scrolls = pane === 'preview';
  const field = (
    <BodyInput
      value={props.values.body}
      error={props.error}
      onChange={props.onChange}
    />
  );
  return (
    <div className={classes.root}>
      {!narrow && <div className={classes.column}>{field}</div>}
      <div className={classes.column}>
        <PaneTabs id={id} panes={panes} pane={pane} onChoose={choose} />
        <div
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${pane}`}
          className={scrolls ? classes.shown : classes.column}
          // The keyboard scrolls only what it can stand in.
          tabIndex={scrolls ? 0 : undefined}
        >
          {narrow && <div hidden={pane !== 'write'}>{field}</div>}
          <ShownPane {...props} pane={pane} />
        </div>
      </div>
    </div>
  );
}

/** Which panes there are; a newer text shows itself once. */
function usePanes(narrow: boolean, hasNewest: boolean) {
  const [chosen, choose] = useState<Pane>();
  useEffect(() => {
    if (hasNewest) {
      choose('newest');
    }
  }, [hasNewest]);
  const panes: Pane[] = [
    ...(narrow ? (['write'] as const) : []),
    'preview',
    ...(hasNewest ? (['newest'] as const) : []),
  ];
  const pane = panes.find(one => one === chosen) ?? panes[0];
  return { panes, pane, choose };
}

function PaneTabs(props: {
  id: string;
  panes: Pane[];
  pane: Pane;
  onChoose(pane: Pane): void;
}) {
  const { id, panes, pane, onChoose } = props;
  const { t } = useTranslationRef(libraryTranslationRef);
  return (
    <Tabs
      className={useStyles().tabs}
      indicatorColor="primary"
      value={pane}
      onChange={(_, next: Pane) => onChoose(next)}
      aria-label={t('form.text')}
    >
      {panes.map(one => (
        <Tab
          key={one}
          value={one}
          id={`${id}-${one}`}
          aria-controls={`${id}-panel`}
          label={t(`form.${one}`)}
        />
      ))}
    </Tabs>
  );
}

function ShownPane({ pane, values, newest }: CaseBodyProps & { pane: Pane }) {
  // Typing goes first; the preview follows when there is time.
  const body = useDeferredValue(values.body);
  if (pane === 'newest' && newest) {
    return <NewestText newest={newest} title={values.title} />;
  }
  return pane === 'preview' ? (
    <CaseText body={body} language={values.language} />
  ) : null;
}
