import type { settings as english } from '../en/settings.ts';
import { chineseOf } from '../texts.ts';

export const settings = chineseOf<typeof english>()({
  sub: '这台电脑和这个资料库的设置。',
  taste: '语言与外观',
  language: '语言',
  theme: '浅色或深色',
  'theme-system': '跟随系统',
  'theme-light': '浅色',
  'theme-dark': '深色',
  idle: '多久没动就再问是谁（分钟）',
  idleHint: '填 0 就不再问。',
  zone: '显示用的时区',
  zoneHint: '截止时间始终按平台自己的时区计算。',
  zoneMachine: '跟随电脑（{{zone}}）',
  verify: '内容是否完好',
  about: '数据在哪里',
  quiet: '夜里不响',
  quietHint: '我方截止前的最后 24 小时，和在这段时间里到期的，照样响。',
  quietFrom: '从',
  quietTo: '到',
  stale: '规则多久没核实就提醒（天）',
  staleHint: '依据的规则上次核实早于这么多天，评估和材料里会提醒你去后台对一下。',
});
