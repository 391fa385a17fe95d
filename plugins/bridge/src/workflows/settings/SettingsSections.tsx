import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import type { WorkflowSetting } from '@techbridge/plugin-bridge-common';
import { useId } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Notice } from '../../components/Notice';
import { Panel } from '../../components/Panel';
import { useLanguage } from '../../components/useLanguage';
import { workflowsTranslationRef } from '../../translation/workflows';
import { AlongWithFigure } from './AlongWithFigure';
import {
  changesIn,
  groupsOf,
  meaningful,
  Section,
  SECTIONS,
  SettingGroup,
  SettingValues,
} from './settingChanges';
import { SettingField } from './SettingField';
import { TextsWithTime } from './TextsWithTime';

const useStyles = makeStyles(theme => ({
  root: { minWidth: 0 },
  tabs: {
    marginBottom: theme.spacing(2),
    borderBottom: `1px solid ${theme.palette.divider}`,
    '& .MuiTab-root': { minWidth: 72, textTransform: 'none' },
    // All of them beside each other: nothing says that more could be scrolled to.
    [theme.breakpoints.down('xs')]: {
      '& .MuiTab-root': {
        minWidth: 0,
        padding: theme.spacing(0.75, 1),
        letterSpacing: 'normal',
      },
    },
  },
  groups: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    alignItems: 'start',
    gap: theme.spacing(2.5, 2),
    paddingTop: theme.spacing(1),
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    // Above the field, where a whole question has room.
    '& .MuiInputLabel-outlined': {
      position: 'static',
      transform: 'none',
      marginBottom: theme.spacing(0.5),
      fontSize: 13,
      lineHeight: 1.4,
    },
    '& .MuiOutlinedInput-notchedOutline': { top: 0 },
    '& .MuiOutlinedInput-notchedOutline legend': { display: 'none' },
  },
}));

interface SectionsProps {
  settings: WorkflowSetting[];
  values: SettingValues;
  /** What is wrong with each setting, by its path. */
  problems: ReadonlyMap<string, string>;
  onChange(values: Partial<SettingValues>): void;
}

/** The settings of a workflow, one kind at a time. @internal */
export function SettingsSections(props: SectionsProps) {
  const { settings, values } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const classes = useStyles();
  const id = useId();
  const { section, open } = useOpenSection();
  const groups = groupsOf(meaningful(settings, values), section);
  return (
    <div className={classes.root}>
      <Tabs
        className={classes.tabs}
        indicatorColor="primary"
        variant="scrollable"
        value={section}
        onChange={(_, next: Section) => open(next)}
        aria-label={t('settings.tabs')}
      >
        {SECTIONS.map(one => (
          <Tab
            key={one}
            value={one}
            id={`${id}-${one}`}
            aria-controls={`${id}-panel`}
            label={<SectionName section={one} {...{ settings, values }} />}
          />
        ))}
      </Tabs>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${section}`}
        className={classes.groups}
      >
        {groups.length === 0 && <Notice title={t('settings.empty')} />}
        {groups.map(group => (
          <Group key={group.id} {...props} group={group} />
        ))}
      </div>
    </div>
  );
}

/** The kind of settings that the address asks for. */
function useOpenSection() {
  const [search, setSearch] = useSearchParams();
  const asked = SECTIONS.find(one => one === search.get('section'));
  const open = (section: Section) =>
    setSearch(previous => ({ ...Object.fromEntries(previous), section }), {
      replace: true,
    });
  return { section: asked ?? SECTIONS[0], open };
}

function SectionName(props: {
  section: Section;
  settings: WorkflowSetting[];
  values: SettingValues;
}) {
  const { section, settings, values } = props;
  const { t } = useTranslationRef(workflowsTranslationRef);
  const own = settings.filter(one => one.section === section);
  const { length } = changesIn(own, values);
  const name = t(`section.${section}`);
  const number = String(length);
  return (
    <>{length > 0 ? t('section.changed', { section: name, number }) : name}</>
  );
}

function Group(props: SectionsProps & { group: SettingGroup }) {
  const { group, values, problems, onChange } = props;
  const { settings } = group;
  const language = useLanguage();
  const classes = useStyles();
  const [first] = settings;
  const isOfTexts = first.section === 'texts';
  const of = isOfTexts ? first.of.slice(0, 1) : first.of;
  const title = of.map(one => one[language]).join(' › ');
  return (
    <Panel title={title || first.label[language]}>
      <div className={classes.fields}>
        {settings.map(setting => (
          <SettingField
            key={setting.path}
            setting={setting}
            of={isOfTexts ? setting.of.slice(1) : []}
            value={values[setting.path] ?? setting.value}
            problem={problems.get(setting.path)}
            onChange={value => onChange({ [setting.path]: value })}
          >
            <AlongWithFigure
              settings={props.settings}
              figure={setting}
              values={values}
              onChange={onChange}
            />
            <TextsWithTime
              settings={props.settings}
              time={setting}
              values={values}
            />
          </SettingField>
        ))}
      </div>
    </Panel>
  );
}
