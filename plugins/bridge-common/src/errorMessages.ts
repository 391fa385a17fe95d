import { attachmentMessages } from './attachmentMessages';
import { meetingMessages } from './meetingMessages';
import { Language } from './text';

/**
 * Every error that the bridge answers: HTTP status and a sentence that says
 * what is wrong and how to mend it.
 *
 * @public
 */
export const errorMessages = {
  'invalid-input': {
    status: 400,
    en: 'Some fields need another value. See the hint at each field.',
    zh: '部分字段需要修改，请按每个字段下的提示更正。',
  },
  'invalid-json': {
    status: 400,
    en: 'The body is not valid JSON. Check it and send it again.',
    zh: '请求正文不是有效的 JSON，请检查后重新发送。',
  },
  'forbidden-key': {
    status: 400,
    en: 'The key “{key}” is not allowed in a body. Take it out.',
    zh: '正文中不允许出现键“{key}”，请删除。',
  },
  'invalid-cursor': {
    status: 400,
    en: 'The cursor does not belong to this list. Start again without “cursor”.',
    zh: '游标不属于此列表，请去掉“cursor”后重新查询。',
  },
  unauthenticated: {
    status: 401,
    en: 'Nobody is signed in. Sign in and try again.',
    zh: '尚未登录，请登录后重试。',
  },
  'not-allowed': {
    status: 403,
    en: 'Your roles do not allow this. Ask the programme office or the IT group of the system.',
    zh: '您的角色没有此权限，请联系推进办或该系统的IT责任组。',
  },
  'route-not-found': {
    status: 404,
    en: 'There is nothing at this address. See /api/bridge/openapi.json.',
    zh: '此地址没有内容，请查阅 /api/bridge/openapi.json。',
  },
  'system-not-found': {
    status: 404,
    en: 'There is no system “{name}”. Look it up on the Systems page.',
    zh: '没有名为“{name}”的系统，请在“业务系统”页面查找。',
  },
  'appointment-not-found': {
    status: 404,
    en: '{user} is not a super user of “{name}”. Reload the page.',
    zh: '{user} 不是“{name}”的超级用户，请刷新页面。',
  },
  'item-not-found': {
    status: 404,
    en: 'There is no item “{key}”. Look it up on the Work items page.',
    zh: '没有编号为“{key}”的单据，请在“单据”页面查找。',
  },
  'action-not-found': {
    status: 404,
    en: 'The workflow knows no action “{action}” for “{key}” now. Reload the page.',
    zh: '“{key}”当前没有操作“{action}”，请刷新页面。',
  },
  'workflow-not-found': {
    status: 404,
    en: 'There is no workflow “{id}”. See GET /workflows.',
    zh: '没有流程“{id}”，请查阅 GET /workflows。',
  },
  'version-not-found': {
    status: 404,
    en: 'The workflow “{id}” has no version {version}. Choose one of its versions.',
    zh: '流程“{id}”没有第 {version} 版，请选择已有版本。',
  },
  'workflow-refused': {
    status: 400,
    en: 'The workflow cannot be kept like this. {problemEn}',
    zh: '流程不能这样保存。{problemZh}',
  },
  'draft-exists': {
    status: 409,
    en: 'Version {version} is being worked on. Edit that one, or discard it first.',
    zh: '第 {version} 版正在修改中，请编辑该版本，或先作废。',
  },
  'version-unchanged': {
    status: 409,
    en: 'This is just what version {version} says, which is in force. Change something first.',
    zh: '内容与生效中的第 {version} 版相同，请先修改。',
  },
  'version-changed': {
    status: 409,
    en: 'Somebody changed version {version} meanwhile. Look at it again.',
    zh: '第 {version} 版已被他人修改，请重新查看。',
  },
  'version-not-in-force': {
    status: 409,
    en: 'Version {version} is not in force. Look at the workflow again.',
    zh: '第 {version} 版未生效，请重新查看流程。',
  },
  'version-not-older': {
    status: 409,
    en: 'Version {from} has never been in force before version {to}, so no items run on it. Choose an older version.',
    zh: '第 {from} 版未在第 {to} 版之前生效过，没有单据使用，请选择旧版本。',
  },
  'migration-open': {
    status: 409,
    en: 'The items of version {from} are being taken along already. Wait until that is done, or cancel it.',
    zh: '第 {from} 版的单据正在迁移，请等待完成，或先取消。',
  },
  'migration-ended': {
    status: 409,
    en: 'This migration has ended.',
    zh: '此次迁移已结束。',
  },
  'migration-not-found': {
    status: 404,
    en: 'There is no migration {migration} of the workflow “{id}”.',
    zh: '流程“{id}”没有编号为 {migration} 的迁移。',
  },
  'version-step': { status: 409, en: '{whyEn}', zh: '{whyZh}' },
  'files-decide': {
    status: 409,
    en: 'The workflows of this plant come from its folder of files. Change the file there.',
    zh: '本厂流程以文件夹中的文件为准，请修改该文件。',
  },
  'effect-not-found': {
    status: 404,
    en: 'This effect has been carried out or set aside meanwhile. Load the list again.',
    zh: '该操作已完成或已搁置，请刷新列表。',
  },
  'case-not-found': {
    status: 404,
    en: 'There is no case “{id}”. Look it up on the Cases page.',
    zh: '没有案例“{id}”，请在“案例库”页面查找。',
  },
  'action-forbidden': { status: 403, en: '{whyEn}', zh: '{whyZh}' },
  'action-refused': { status: 409, en: '{whyEn}', zh: '{whyZh}' },
  'board-closed': {
    status: 409,
    en: 'The board has closed; this vote was not counted. Look at its decision.',
    zh: '表决已结束，此票未计入，请查看评审结论。',
  },
  'item-changed': {
    status: 409,
    en: 'Somebody changed “{key}” meanwhile. Look at the new state and decide again.',
    zh: '“{key}”已被他人处理，请查看最新状态后再操作。',
  },
  'command-in-flight': {
    status: 409,
    en: 'The same command is still being carried out. Ask again in a few seconds.',
    zh: '相同的操作正在处理中，请几秒后再查询。',
  },
  'follow-up-open': {
    status: 409,
    en: '“{key}” is still open. Another one can be made once it has ended.',
    zh: '“{key}”尚未结束，结束后才能再建一张。',
  },
  'already-linked': {
    status: 409,
    en: '“{key}” is linked like this already.',
    zh: '与“{key}”已存在相同的关联。',
  },
  'export-too-large': {
    status: 422,
    en: 'More than {limit} items match, which is too many for one file. Choose a workflow, a system or a state, or only open items, and export again.',
    zh: '符合条件的单据超过 {limit} 张，一个文件放不下。请选择流程、业务系统或状态，或只看未结束的单据，再重新导出。',
  },
  'support-own': {
    status: 409,
    en: 'Whoever has brought a matter in counts already. Support is for others.',
    zh: '提出人已经计入，无需再支持。',
  },
  'support-for-others': {
    status: 403,
    en: 'Only super users and owners of the system and IT analysts may record the support of others. Leave onBehalfOf out.',
    zh: '只有该系统的超级用户、IT责任组和业务分析员可以代他人登记支持，请删除 onBehalfOf。',
  },
  'idempotency-key-reused': {
    status: 422,
    en: 'This Idempotency-Key was used for another command. Take a new one.',
    zh: '此 Idempotency-Key 已用于其他操作，请换一个。',
  },
  'system-exists': {
    status: 409,
    en: 'There is already a system “{name}”. Choose another name.',
    zh: '已有名为“{name}”的系统，请换一个名称。',
  },
  'managed-elsewhere': {
    status: 409,
    en: '“{name}” comes from the catalog. Change it where it is kept; super users can be appointed here.',
    zh: '“{name}”来自目录，请在其来源处修改；超级用户可在此聘任。',
  },
  'second-lead': {
    status: 409,
    en: '{user} is lead from {from} until {until}. End that appointment first, or choose another role or term.',
    zh: '{user} 在 {from} 至 {until} 期间已是A角，请先结束该聘任，或更换角色、任期。',
  },
  'second-backup': {
    status: 409,
    en: '{user} is backup from {from} until {until}. End that appointment first, or choose another role or term.',
    zh: '{user} 在 {from} 至 {until} 期间已是B角，请先结束该聘任，或更换角色、任期。',
  },
  'delegation-not-found': {
    status: 404,
    en: 'There is no such absence, or it has ended. Reload the page.',
    zh: '没有这条外出记录，或已结束，请刷新页面。',
  },
  'absence-known': {
    status: 409,
    en: '{user} is entered as away from {from} until {until}. End that absence first, or choose other days.',
    zh: '{user} 在 {from} 至 {until} 已登记外出，请先结束该记录或改选日期。',
  },
  'filter-name-taken': {
    status: 409,
    en: 'You have saved a filter called “{name}” already. Choose another name, or delete that one first.',
    zh: '您已保存过名为“{name}”的筛选，请换一个名称，或先删除原来的。',
  },
  'too-many-filters': {
    status: 409,
    en: 'You have saved {most} filters, and there is no room for more. Delete one that you no longer need.',
    zh: '您已保存 {most} 个筛选，已达上限，请先删除不再需要的。',
  },
  'filter-not-found': {
    status: 404,
    en: 'You have no such filter, or have deleted it. Reload the page.',
    zh: '没有这个筛选，或已删除，请刷新页面。',
  },
  'changed-meanwhile': {
    status: 409,
    en: 'Somebody changed “{name}” meanwhile. Look at the new state and save again.',
    zh: '“{name}”已被他人修改，请查看最新内容后再保存。',
  },
  'body-too-large': {
    status: 413,
    en: 'The body is too large. Send at most {limit}.',
    zh: '请求正文过大，最多 {limit}。',
  },
  ...meetingMessages,
  ...attachmentMessages,
  unavailable: {
    status: 503,
    en: 'The service cannot answer right now. Try again in a minute; nothing was changed.',
    zh: '服务暂时无法响应，请稍后重试；没有任何内容被修改。',
  },
  'outcome-unknown': {
    status: 503,
    en: 'The database, or a service that this needs, cannot be reached right now. Look in a minute whether it was saved, then try again.',
    zh: '暂时无法连接数据库或所需的服务。请一分钟后先确认是否已保存，再重试。',
  },
  internal: {
    status: 500,
    en: 'Something went wrong on our side. Try again; if it stays, tell the administrator the time.',
    zh: '系统内部出错，请重试；如仍出错，请将发生时间告知管理员。',
  },
} as const;

/** The stable code of an error. @public */
export type ErrorCode = keyof typeof errorMessages;

/**
 * The parameters of `not-one-of` for values that have no names.
 *
 * @public
 */
export function choiceParams(values: readonly unknown[]): MessageParams {
  const quoted = values.map(value => `“${value}”`);
  return { valuesEn: quoted.join(', '), valuesZh: quoted.join('、') };
}

/** Values that stand in a sentence. @public */
export type MessageParams = Record<string, string | number>;

/**
 * The sentence for a code in the reader's language, its parameters filled in.
 *
 * @public
 */
export function formatMessage(
  sentence: Readonly<Record<Language, string>>,
  params: MessageParams,
  language: Language,
): string {
  return sentence[language].replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
