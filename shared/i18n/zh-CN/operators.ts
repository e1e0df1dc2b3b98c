import type { operators as english } from '../en/operators.ts';
import { chineseOf } from '../texts.ts';

export const operators = chineseOf<typeof english>()({
  title: '经办人',
  switch: '换人当班',
  manage: '添加、修改经办人',
  whoActs: '现在是谁在操作？',
  stillYou: '还是你吗？',
  whyAsked: '每次改动都会记下是谁做的。',
  pinOf: '{{name}} 的 PIN',
  pinMeaning: 'PIN 只用来认人，不起保护作用：能用这台电脑的人都能看到文件。',
  pinShape: '4 到 12 位数字',
  somebodyElse: '换个人',
  enter: '进入',
  hasPin: '有 PIN',
  noPin: '没有 PIN',
  archived: '已归档',
  rename: '改名',
  name: '名字',
  setPin: '设 PIN',
  changePin: '改 PIN',
  takePinAway: '取消 PIN',
  archive: '归档',
  bringBack: '恢复',
  newName: '新经办人的名字',
  add: '添加',
});
