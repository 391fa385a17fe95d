/**
 * What can be wrong with a command about a meeting, as {@link errorMessages}.
 *
 * @internal
 */
export const meetingMessages = {
  'meeting-not-found': {
    status: 404,
    en: 'There is no such review meeting. Look it up on the Meetings page.',
    zh: '没有这次评审会，请在“评审会”页面查找。',
  },
  'meeting-exists': {
    status: 409,
    en: 'This board meets at that time already. Choose another time.',
    zh: '该评审组在此时间已有会议，请换一个时间。',
  },
  'meeting-has-begun': {
    status: 409,
    en: 'The meeting has begun or is over. Nothing of its plan can be changed any more.',
    zh: '会议已开始或已结束，不能再修改会议安排。',
  },
  'meeting-not-open': {
    status: 409,
    en: 'The meeting is not in session. Open it first, or look at its minutes.',
    zh: '会议不在进行中，请先开会，或查看会议纪要。',
  },
  'meeting-is-over': {
    status: 409,
    en: 'The meeting is over and its minutes are final.',
    zh: '会议已结束，会议纪要已定稿。',
  },
  'meeting-changed': {
    status: 409,
    en: 'Somebody changed this meeting meanwhile. Look at it again and repeat what you did.',
    zh: '会议已被他人修改，请查看最新内容后重新操作。',
  },
} as const;
