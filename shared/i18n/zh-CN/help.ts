import type { help as english } from '../en/help.ts';
import { chineseOf } from '../texts.ts';

export const help = chineseOf<typeof english>()({
  title: '帮助',
  sub: '怎么操作，程序在你电脑上做什么、不做什么。',
  keys: '快捷键',
  'keys.hint': '每个页面还有自己的快捷键，在那个页面按 ? 就能看到。',
  network: '程序能发出的全部网络连接',
  'network.none': '除了 127.0.0.1（就是这台电脑自己），一个也没有。',
  'network.some': '只有这些，没有别的：',
  'network.local':
    '在浏览器里打开时，页面通过 127.0.0.1 和本机的程序通话；桌面版连这个都不用。程序不自动更新，不上报任何统计，拔掉网线照样用。',
  data: '数据在哪里',
  'data.holds':
    '全部在这一个文件夹里：案件、按 SHA-256 存放的原始文件、导出过的材料和备份。要整个带走，拷走这个文件夹或它的备份就行。',
  'data.settings': '搬家、备份、恢复、检查：都在“设置”里',
  promises: '承诺做到的',
  'promise.facts': '没有人确认过的事实不会写进材料；不帮任何人编造、修改凭证，也不倒填日期。',
  'promise.originals': '原始文件一个字节都不动。',
  'promise.filing': '不替你提交。由你去提交，再回来记下提交了什么。',
  'promise.logins': '不索要平台的密码、Cookie、令牌，也没有地方存这些。',
  'promise.network': '自己不发起任何网络连接。',
  'promise.kill': '说了“已保存”的，程序被强行关掉、磁盘写满之后都还在。',
  noPromises: '不承诺的',
  'noPromise.outcome': '不承诺结果，成不成立由平台决定。',
  'noPromise.rules': '不承诺规则今天还是这样。每条都写明出处和日期，各处说法不一的全部列出。',
  'noPromise.power': '不承诺断电。每次保存都写到磁盘，但没有真的断电试过。',
  'noPromise.pin': '不承诺对坐在这台电脑前的人保密。PIN 只说明是谁在操作，锁不住任何东西。',
  program: '关于程序',
  version: '版本',
  schema: '数据格式 {{version}}',
  licence: '许可',
  'licence.own': 'MIT 许可。字体是思源黑体、思源宋体的 Noto 版和 Liberation Sans，按 SIL 开放字体许可使用。',
  notices: '第三方声明',
  'notices.where':
    '用到的全部组件的许可都随程序附带：安装版在资源文件夹的 licences 里，源代码里是 docs/third-party-notices.md。',
});
