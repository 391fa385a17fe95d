/** Who may hand in a proposal or write a case; the last sits on the board. */
export const AUTHORS = ['zhang.qiang', 'liu.yang', 'huang.lei'];

/** Who may be appointed super user; one of them proposes, too. */
export const APPOINTABLE = ['ma.jun', 'wu.di', 'liu.yang'];

/** The members of the review board. */
export const BOARD = [
  ...['zhou.qiming', 'he.jing', 'zheng.bo', 'luo.yong'],
  ...['su.min', 'chen.zhiyuan', 'huang.lei', 'wang.haiyan'],
];

/** Who is in the chair of the board. */
export const CHAIR = 'zhou.qiming';

/** Who must vote where much money is at stake, and verifies benefits. */
export const CONTROLLER = 'su.min';

/** The group that owns every system. */
export const IT = ['zhou.qiming', 'he.jing', 'zheng.bo'];

/** Who drafts requirements. */
export const ANALYSTS = ['he.jing', 'zheng.bo'];

/** The members of the board from the department that proposals concern. */
export const CONCERNED = ['luo.yong', 'chen.zhiyuan'];

/** Who looks after the programme, and appoints. */
export const OFFICE = 'lin.xiaolan';

/** Everybody. */
export const PEOPLE = [
  ...new Set([...AUTHORS, ...APPOINTABLE, ...BOARD, OFFICE]),
];
