import { indexTokens } from '@techbridge/cjk-text';
import { createDice, Dice } from './dice';
import { FIELDS, FUNCTIONS, MODULES, SITES, TASKS } from './words';

/** A text with the tokens under which it is found. @internal */
export interface Sentence {
  text: string;
  tokens: string[];
}

/** What people write about their work. @internal */
export interface Sentences {
  titles: Sentence[];
  bodies: Sentence[];
  /** A text with a word that is nowhere else. */
  rare: Sentence;
}

/** A word that stands in a few texts only. @internal */
export const RARE_WORD = '锁模力';

/** A word that stands in many texts. @internal */
export const COMMON_WORD = '夜班';

/** An English word that stands in many texts. @internal */
export const ENGLISH_WORD = 'E4242';

const SEED = 3_141_592;
/** How many titles there are, and how many texts. @internal */
export const SENTENCES = 400;

const TROUBLES = [
  '提交以后一直转圈，要等两分钟才有反应',
  '数量录不进去，提示超出工单余量',
  '扫码枪扫完没有声音，界面也不刷新',
  '打印出来的条码缺一角，后道扫不出来',
  '夜班交接时数据对不上，要人工翻纸质记录',
  '同一张单据要在三个界面各填一遍',
  '报警 E4242 出现以后必须重启客户端',
  '导出的表格缺少批次号，质检无法追溯',
  '换线之后参数没有带过来，首件常常报废',
  '权限只开到班组长，夜班找不到人审批',
];

const WISHES = [
  '建议把常用的选项放到第一屏',
  '希望系统自动带出上一班的数值',
  '最好能在手机上直接拍照上传',
  '能否把等待的时间显示出来',
  '请在保存之前先检查必填的栏位',
  '可以参考 MES 的做法统一一下',
  '这样每天大约可以少走二十趟',
  '如果改成自动同步就不会漏单',
];

/** Makes up what people write; the same in every run. @internal */
export function makeSentences(): Sentences {
  const dice = createDice(SEED);
  const make = (write: (dice: Dice) => string) =>
    Array.from({ length: SENTENCES }, () => toSentence(write(dice)));
  return {
    titles: make(writeTitle),
    bodies: make(writeBody),
    rare: toSentence(`压铸机的${RARE_WORD}在换模之后偏低，需要重新标定`),
  };
}

function writeTitle(dice: Dice): string {
  const field = dice.oneOf(FIELDS).zh;
  const [trouble] = dice.oneOf(TROUBLES).split('，');
  return `${dice.oneOf(SITES).zh}${field}${dice.oneOf(MODULES).zh}：${trouble}`;
}

function writeBody(dice: Dice): string {
  const place = `${dice.oneOf(SITES).zh}${dice.oneOf(FUNCTIONS).zh}`;
  const part = `${dice.oneOf(FIELDS).zh}${dice.oneOf(TASKS).zh}`;
  return `${place}的${part}${dice.oneOf(TROUBLES)}，${dice.oneOf(WISHES)}`;
}

function toSentence(text: string): Sentence {
  return { text, tokens: indexTokens(text) };
}
