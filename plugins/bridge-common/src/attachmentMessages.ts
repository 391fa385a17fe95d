/** What can be refused about files and internal notes. @internal */
export const attachmentMessages = {
  'attachment-not-found': {
    status: 404,
    en: 'This file is not on “{key}”, or it was removed. Reload the page.',
    zh: '“{key}”上没有此附件，或已被删除，请刷新页面。',
  },
  'too-many-attachments': {
    status: 409,
    en: 'There are {maximum} files on “{key}” already, the most it can have. Remove one first.',
    zh: '“{key}”已有 {maximum} 个附件，已达上限，请先删除一个。',
  },
  'too-many-pictures': {
    status: 429,
    en: 'Many pictures are being taken in. Try again in a minute; nothing was changed.',
    zh: '正在处理的图片较多，请稍后重试；没有任何内容被修改。',
  },
  'attachment-of-another': {
    status: 403,
    en: 'Only {person}, who attached this file, or whoever looks after operations may remove it. Ask one of them.',
    zh: '只有上传者 {person} 或运行管理人员可以删除此附件，请联系他们。',
  },
  'note-not-allowed': {
    status: 403,
    en: 'Internal notes are for those who work on “{key}”. Write a comment instead.',
    zh: '内部备注仅限处理“{key}”的人员使用，请改写评论。',
  },
} as const;
