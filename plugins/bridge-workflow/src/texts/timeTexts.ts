import { RuleText } from './RuleText';

/** What the rules about working time say. @internal */
export const timeTexts = {
  'calendar-missing': {
    message: {
      en: 'This counts working time, and the file does not say when people work.',
      zh: '此处按工作时间计算，但文件没有写明工作时间。',
    },
    remedy: {
      en: 'Add spec.calendar with workdays and hours, or with shifts, or leave calendar: business out.',
      zh: '请添加 spec.calendar（workdays、hours，或 shifts），或删除 calendar: business。',
    },
  },
  'calendar-zone': {
    message: {
      en: '“{timezone}” is no time zone.',
      zh: '“{timezone}”不是有效的时区。',
    },
    remedy: {
      en: 'Write one such as Asia/Shanghai, or leave it out for that of the plant.',
      zh: '请写如 Asia/Shanghai 的时区，或删除以使用工厂的时区。',
    },
  },
  'calendar-hours': {
    message: {
      en: 'The working day ends before it begins.',
      zh: '工作时间的结束不晚于开始。',
    },
    remedy: {
      en: "Let to be later than from; around the clock is from '00:00' to '24:00'. A shift over midnight is written under shifts.",
      zh: "请使 to 晚于 from；全天为 from '00:00' 到 '24:00'。跨零点的班次请写在 shifts 中。",
    },
  },
  'calendar-twice': {
    message: {
      en: 'The calendar says twice when people work: by shifts, and by workdays or hours.',
      zh: '工作时间写了两遍：既有 shifts，又有 workdays 或 hours。',
    },
    remedy: {
      en: 'Keep shifts, and leave workdays and hours out.',
      zh: '请保留 shifts，删除 workdays 和 hours。',
    },
  },
  'calendar-shift': {
    message: {
      en: 'The shift ends at the time at which it begins.',
      zh: '班次的结束与开始是同一时刻。',
    },
    remedy: {
      en: "Write another time; around the clock is from '00:00' to '24:00'.",
      zh: "请改写时间；全天为 from '00:00' 到 '24:00'。",
    },
  },
  'calendar-overlap': {
    message: {
      en: 'On {day} the shift overlaps with one above it, or is there twice.',
      zh: '{day}的这个班次与前面的班次重叠，或写了两次。',
    },
    remedy: {
      en: 'Let one end before the other begins; a shift over midnight ends on the next day.',
      zh: '请使一个班次在另一个开始前结束；跨零点的班次在次日结束。',
    },
  },
  'calendar-holidays': {
    message: {
      en: 'There is no list of holidays “{list}”.',
      zh: '没有节假日表“{list}”。',
    },
    remedy: {
      en: 'Choose one of: {known}; or add a list of this id to the plant.',
      zh: '可选：{known}；或为工厂添加此编号的节假日表。',
    },
  },
  'timer-from': {
    message: {
      en: 'A timer cannot count from “{field}”, which holds neither a day nor a moment.',
      zh: '“{field}”既不是日期也不是时间，定时器不能从它开始计时。',
    },
    remedy: {
      en: 'Name a field with type: string and format: date or date-time.',
      zh: '请填写 type: string、format: date 或 date-time 的字段。',
    },
  },
  'duration-long': {
    message: {
      en: 'No time is counted for longer than 100 years.',
      zh: '时长不能超过 100 年。',
    },
    remedy: {
      en: 'Write P100Y or less, such as P5D or PT4H.',
      zh: '请写不超过 P100Y 的时长，如 P5D、PT4H。',
    },
  },
  'calendar-duration': {
    message: {
      en: 'Working time is not counted in years, months or weeks: {duration}.',
      zh: '工作时间不能以年、月、周计算：{duration}。',
    },
    remedy: {
      en: 'Write days or hours, such as P5D or PT4H.',
      zh: '请以天或小时书写，如 P5D、PT4H。',
    },
  },
} satisfies { [rule: string]: RuleText };
