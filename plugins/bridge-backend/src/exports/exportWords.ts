import { Language } from '@techbridge/plugin-bridge-common';

/** What stands in an export besides what people wrote. @internal */
export interface ExportWords {
  /** Of the file and of the sheet in it. */
  title: string;
  headings: Record<ItemColumnId, string>;
  yes: string;
  no: string;
  picture: string;
  /** Where a decision or a timer made the item. */
  nobody: string;
  /** Between the entries of a list. */
  comma: string;
  /** Between the name of a column of a row and its value. */
  colon: string;
  /** How a spreadsheet shows a day, and a moment. */
  dayFormat: string;
  momentFormat: string;
}

/** What every item has. @internal */
export type ItemColumnId =
  | 'key'
  | 'workflow'
  | 'title'
  | 'state'
  | 'phase'
  | 'system'
  | 'createdBy'
  | 'createdAt'
  | 'updatedAt'
  | 'dueAt'
  | 'outcome'
  | 'assignees';

/** The words of an export in each language. @internal */
export const EXPORT_WORDS: Record<Language, ExportWords> = {
  en: {
    title: 'Work items',
    headings: {
      key: 'Key',
      workflow: 'Workflow',
      title: 'Title',
      state: 'State',
      phase: 'Phase',
      system: 'System',
      createdBy: 'Created by',
      createdAt: 'Created at',
      updatedAt: 'Changed at',
      dueAt: 'Due',
      outcome: 'Outcome',
      assignees: 'Waits for',
    },
    yes: 'Yes',
    no: 'No',
    picture: 'Picture',
    nobody: 'the workflow',
    comma: ', ',
    colon: ': ',
    dayFormat: 'd mmm yyyy',
    momentFormat: 'd mmm yyyy hh:mm',
  },
  zh: {
    title: '单据',
    headings: {
      key: '编号',
      workflow: '流程',
      title: '标题',
      state: '状态',
      phase: '阶段',
      system: '业务系统',
      createdBy: '建单人',
      createdAt: '建单时间',
      updatedAt: '更新时间',
      dueAt: '到期时间',
      outcome: '结论',
      assignees: '待处理人',
    },
    yes: '是',
    no: '否',
    picture: '图片',
    nobody: '流程',
    comma: '、',
    colon: '：',
    dayFormat: 'yyyy"年"m"月"d"日"',
    momentFormat: 'yyyy"年"m"月"d"日" hh:mm',
  },
};
