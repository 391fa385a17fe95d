import { Label, WorkflowDefinition } from '../definition';
import { roleLabel } from '../roles';
import { boardsIn, waysOf } from '../lint/traverse';
import { fieldLabel, optionLabels } from './fieldNames';
import { namesOf } from './boardSettings';
import { valueNames } from '../valueNames';
import { Comparison, comparisonsIn, isAmong } from './comparisons';
import { canonical, demandOf } from './flags';
import { flagsKnown } from './flagsKnown';
import { Setting } from './Setting';
import {
  COMPARISONS,
  mustBe,
  SETTING_TEXTS,
  together,
  YES_OR_NO,
} from './settingTexts';

const LARGEST_FIGURE = 1_000_000_000_000;

interface Condition {
  /** In which state it is asked. */
  state: string;
  path: string;
  source: string;
  of: Label[];
}

/**
 * The figures, values and answers that decide which way an item goes, which
 * boards sit, and who must be among those who vote.
 *
 * @internal
 */
export function routeSettings(definition: WorkflowDefinition): Setting[] {
  const known = flagsKnown(definition);
  return [...branches(definition), ...boardConditions(definition)].flatMap(
    condition => {
      const compared = comparisonsIn(condition.source).flatMap(
        (comparison, place) =>
          settingFor(definition, condition, comparison, place),
      );
      const asked = known[condition.state].flatMap(field =>
        flagSetting(definition, condition, field),
      );
      // Where a condition asks for nothing of all this, it asks for something
      // that the language is needed for.
      const isSet =
        compared.length > 0 ||
        asked.some(({ value }) => value !== 'any') ||
        canonical(condition.source) === 'true';
      return isSet ? [...compared, ...asked] : [];
    },
  );
}

function branches(definition: WorkflowDefinition): Condition[] {
  const { states } = definition;
  return waysOf(definition).flatMap(({ kind, from = '', path, transition }) =>
    kind === 'choice' && transition.when !== undefined
      ? [
          {
            state: from,
            path: [...path, 'when'].join('.'),
            source: transition.when,
            of: [
              states[from].label,
              states[transition.to ?? '']?.label ?? states[from].label,
            ],
          },
        ]
      : [],
  );
}

function boardConditions(definition: WorkflowDefinition): Condition[] {
  return boardsIn(definition).flatMap(placed => {
    const { board, path, stateId: state } = placed;
    const of = namesOf(definition, placed);
    const sits = board.when === undefined ? [] : [board.when];
    return [
      ...sits.map(source => ({
        path: [...path, 'when'].join('.'),
        ...{ state, source, of },
      })),
      ...board.quorum.includes.flatMap((one, place) =>
        one.when === undefined
          ? []
          : [
              {
                state,
                path: [...path, 'quorum.includes', place, 'when'].join('.'),
                source: one.when,
                of: [
                  ...of,
                  'role' in one ? roleLabel(definition, one.role) : one.label,
                ],
              },
            ],
      ),
    ];
  });
}

function settingFor(
  definition: WorkflowDefinition,
  { path, of }: Condition,
  comparison: Comparison,
  place: number,
): Setting[] {
  const { field, counts, operator, value, decimals } = comparison;
  const name = fieldLabel(definition, field);
  const what = counts
    ? { en: `${name.en} (number)`, zh: `${name.zh}（个数）` }
    : name;
  const common = {
    path: `${path}#${place}`,
    section: 'routes' as const,
    of,
    label: together([what, COMPARISONS[operator]], { en: ' ', zh: ' ' }),
    value,
  };
  const options = optionLabels(definition, field);
  if (isAmong(comparison)) {
    return options ? [amongSetting(common, what, options)] : [];
  }
  if (typeof value !== 'number') {
    return options ? [{ ...common, kind: 'choice', options }] : [];
  }
  const range = { minimum: 0, maximum: LARGEST_FIGURE };
  return [
    { ...common, kind: 'number', decimals: decimals && !counts, ...range },
  ];
}

/** Its values stand in the order of the options, however the file has them. */
function amongSetting(
  common: Omit<Setting, 'kind'>,
  what: Label,
  options: NonNullable<Setting['options']>,
): Setting {
  const named = [common.value].flat();
  const chosen = options.map(({ value }) => value);
  return {
    ...common,
    label: together([what, COMPARISONS.in], { en: ' ', zh: ' ' }),
    kind: 'choices',
    value: chosen.filter(value => named.includes(value)),
    options,
  };
}

function flagSetting(
  definition: WorkflowDefinition,
  { path, of, source }: Condition,
  field: string,
): Setting[] {
  const value = demandOf(source, field);
  const named = valueNames(definition, field) ?? YES_OR_NO;
  const options = [
    { value: 'yes', label: mustBe(named.true) },
    { value: 'no', label: mustBe(named.false) },
    { value: 'any', label: SETTING_TEXTS.any },
  ];
  return value === undefined
    ? []
    : [
        {
          path: `${path}#${field}`,
          section: 'routes',
          of,
          label: fieldLabel(definition, field),
          kind: 'choice',
          ...{ value, options },
        },
      ];
}
