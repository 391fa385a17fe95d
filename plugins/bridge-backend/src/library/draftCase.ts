import {
  escapeMarkdown,
  paragraphsOf,
  tableOf,
} from '../markdown/plainMarkdown';
import { ChainItem } from './workItems';

type Language = 'zh' | 'en';
type Data = Record<string, unknown>;

const WORDS = {
  zh: {
    problem: '现状问题',
    changed: '变化对比',
    earlier: '之前',
    later: '之后',
    index: '恢复情况',
    indexName: '指数',
    atStart: '初始',
    criterion: '恢复标准',
    atEnd: '恢复时',
    method: '改进方法',
    requirement: '需求与验收',
    criteria: '验收标准：',
    parameters: '参数调整：',
    released: '发布版本：',
    effect: '实测效果',
    metric: '指标',
    baseline: '改进前',
    target: '目标',
    actual: '改进后',
    change: '变化',
    annual: '年效益（元）：',
    share: '归因比例：',
    runCost: '年运行费用（元）：',
    oneOffCost: '一次性投入（元）：',
    capital: '释放资金占用（元）：',
    sources: '来源单据',
  },
  en: {
    problem: 'The problem',
    changed: 'What changed',
    earlier: 'Before',
    later: 'After',
    index: 'How it recovered',
    indexName: 'Index',
    atStart: 'At the start',
    criterion: 'Recovered from',
    atEnd: 'When it was closed',
    method: 'What was changed',
    requirement: 'Requirement and acceptance',
    criteria: 'Acceptance criteria:',
    parameters: 'Changes of parameters:',
    released: 'Released in ',
    effect: 'Measured effect',
    metric: 'Metric',
    baseline: 'Before',
    target: 'Target',
    actual: 'After',
    change: 'Change',
    annual: 'Benefit a year (CNY): ',
    share: 'Attribution share: ',
    runCost: 'Run cost a year (CNY): ',
    oneOffCost: 'Single cost (CNY): ',
    capital: 'Working capital released (CNY): ',
    sources: 'Where it comes from',
  },
};

type Words = (typeof WORDS)[Language];

const KINDS = ['Feedback', 'MajorIncident', 'Proposal', 'Requirement'];

const USUAL_CRITERION = 95;

/**
 * The first text of a case, gathered from the items that led to it. What
 * people wrote stands in it as they wrote it, never as Markdown.
 *
 * @internal
 */
export function draftCase(chain: ChainItem[], language: Language): string {
  const words = WORDS[language];
  const [feedback, incidents, proposals, requirements] = KINDS.map(kind =>
    chain.filter(item => item.kind === kind).sort(byKey),
  );
  const sections: [string, string[]][] = [
    [words.problem, problemIn(proposals, feedback)],
    [words.changed, incidents.flatMap(one => changeIn(one, words))],
    [words.index, incidents.flatMap(one => recoveryOf(one, words, language))],
    [words.method, proposals.flatMap(({ data }) => said(data.method))],
    [words.requirement, requirements.flatMap(one => wantedBy(one, words))],
    [words.effect, proposals.flatMap(one => effectOf(one, words, language))],
    [
      words.sources,
      sourcesOf([...feedback, ...incidents, ...proposals, ...requirements]),
    ],
  ];
  return sections
    .filter(([, blocks]) => blocks.length > 0)
    .map(([heading, blocks]) => [`## ${heading}`, ...blocks].join('\n\n'))
    .join('\n\n');
}

function problemIn(proposals: ChainItem[], feedback: ChainItem[]): string[] {
  return [
    ...proposals.flatMap(({ data }) => said(data.currentState)),
    ...feedback.map(quotation),
  ];
}

function quotation({ key, title, data }: ChainItem): string {
  const own = said(data.words);
  const lines = own.length > 0 ? own : [escapeMarkdown(title)];
  return [...lines, `— ${key}`].map(line => `> ${line}`).join('\n>\n');
}

/** What was compared after a major incident: how it was, and how it is. */
function changeIn({ data }: ChainItem, words: Words): string[] {
  return [
    [words.earlier, said(data.before)] as const,
    [words.later, said(data.after)] as const,
  ].flatMap(([heading, blocks]) =>
    blocks.length > 0 ? [`### ${heading}`, ...blocks] : [],
  );
}

function recoveryOf(
  { key, data }: ChainItem,
  words: Words,
  language: Language,
): string[] {
  const { startIndex, recoveryCriterion = USUAL_CRITERION, index } = data;
  if (typeof startIndex !== 'number' || typeof index !== 'number') {
    return [];
  }
  const figures = [startIndex, Number(recoveryCriterion), index];
  return [
    tableOf(
      [words.indexName, words.atStart, words.criterion, words.atEnd],
      [key, ...figures.map(figure => formatted(figure, language))],
    ),
  ];
}

function wantedBy({ data }: ChainItem, words: Words): string[] {
  const criteria = listOf(data.acceptanceCriteria).flatMap(said);
  const parameters = listOf(data.parameterChanges).flatMap(parameterIn);
  const [release] = said(data.releasedIn);
  return [
    ...said(data.scope),
    ...titled(words.criteria, criteria),
    ...titled(words.parameters, parameters),
    ...(release ? [`${words.released}${release}`] : []),
  ];
}

/** A row; items of older versions have a text instead. */
function parameterIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return said(value);
  }
  const { key, old, new: set } = value as Data;
  const values = [old, set].flatMap(said).join(' → ');
  return [[...said(key), values].join('：')];
}

function effectOf(
  { data }: ChainItem,
  words: Words,
  language: Language,
): string[] {
  return [
    ...measured(data, words, language),
    ...amount(words.annual, data.annualBenefit, language),
    ...part(words.share, data.attributionShare, language),
    ...amount(words.runCost, data.runCost, language),
    ...amount(words.oneOffCost, data.oneOffCost, language),
    ...amount(words.capital, data.capitalReleased, language),
    ...said(data.verificationNote ?? data.expectedEffect),
  ];
}

function measured(data: Data, words: Words, language: Language): string[] {
  const { metric, unit, baseline, target, actual } = data;
  if (typeof metric !== 'string' || typeof actual !== 'number') {
    return [];
  }
  const value = (number: unknown) =>
    typeof number === 'number'
      ? [formatted(number, language), unit].filter(Boolean).join(' ')
      : '';
  return [
    tableOf(
      [words.metric, words.baseline, words.target, words.actual, words.change],
      [
        metric,
        value(baseline),
        value(target),
        value(actual),
        changeOf(baseline, actual),
      ],
    ),
  ];
}

function changeOf(baseline: unknown, actual: number): string {
  if (typeof baseline !== 'number' || baseline === 0) {
    return '';
  }
  const percent = ((actual - baseline) / Math.abs(baseline)) * 100;
  return `${percent < 0 ? '' : '+'}${percent.toFixed(1)} %`;
}

function amount(label: string, value: unknown, language: Language): string[] {
  return typeof value === 'number' && value > 0
    ? [`${label}${formatted(value, language)}`]
    : [];
}

/** A part of 1 in percent; the whole goes without saying. */
function part(label: string, value: unknown, language: Language): string[] {
  return typeof value === 'number' && value < 1
    ? [`${label}${formatted(value * 100, language)} %`]
    : [];
}

function formatted(value: number, language: Language): string {
  return value.toLocaleString(language, { maximumFractionDigits: 4 });
}

function sourcesOf(items: ChainItem[]): string[] {
  const lines = items.map(
    ({ key, title }) => `- ${key} ${escapeMarkdown(title)}`,
  );
  return lines.length > 0 ? [lines.join('\n')] : [];
}

function titled(title: string, lines: string[]): string[] {
  return lines.length > 0
    ? [title, lines.map(line => `- ${line}`).join('\n')]
    : [];
}

/** What a person wrote, as paragraphs. */
function said(value: unknown): string[] {
  return typeof value === 'string' ? paragraphsOf(value) : [];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function byKey(one: ChainItem, other: ChainItem): number {
  return one.key < other.key ? -1 : 1;
}
