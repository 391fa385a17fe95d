import { Label, WorkflowDefinition } from '../definition';
import { roleLabel } from '../roles';
import { boardsIn, waysOf } from '../lint/traverse';
import { fieldLabel, optionLabels } from './fieldNames';
import { namesOf } from './boardSettings';
import { Comparison, comparisonsIn } from './comparisons';
import { Setting } from './Setting';
import { COMPARISONS, together } from './settingTexts';

const LARGEST_FIGURE = 1_000_000_000_000;

interface Condition {
  path: string;
  source: string;
  of: Label[];
}

/**
 * The figures and values that decide which way an item goes, which boards sit,
 * and who must be among those who vote.
 *
 * @internal
 */
export function routeSettings(definition: WorkflowDefinition): Setting[] {
  return [...branches(definition), ...boardConditions(definition)].flatMap(
    condition =>
      comparisonsIn(condition.source).flatMap((comparison, place) =>
        settingFor(definition, condition, comparison, place),
      ),
  );
}

function branches(definition: WorkflowDefinition): Condition[] {
  const { states } = definition;
  return waysOf(definition).flatMap(({ kind, from = '', path, transition }) =>
    kind === 'choice' && transition.when !== undefined
      ? [
          {
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
    const { board, path } = placed;
    const of = namesOf(definition, placed);
    const sits = board.when === undefined ? [] : [board.when];
    return [
      ...sits.map(source => ({
        path: [...path, 'when'].join('.'),
        ...{ source, of },
      })),
      ...board.quorum.includes.flatMap((one, place) =>
        one.when === undefined
          ? []
          : [
              {
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
  if (typeof value === 'string') {
    return options ? [{ ...common, kind: 'choice', options }] : [];
  }
  const range = { minimum: 0, maximum: LARGEST_FIGURE };
  return [
    { ...common, kind: 'number', decimals: decimals && !counts, ...range },
  ];
}
