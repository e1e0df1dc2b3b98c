import type { errors as english } from '../en/errors.ts';
import { chineseOf } from '../texts.ts';

export const errors = chineseOf<typeof english>()({
  BAD_REQUEST: '填的内容没看懂，什么都没改。请检查一下再试。',
  'NOT_FOUND-no-folder': '没有这个文件夹，什么都没改。换一个在的。',
  NOT_FOUND: '找不到了，可能已被移走或撤销，别的都没动。请回到列表里重新打开。',
  CONFLICT: '这里刚刚被改过，为了不盖掉，这次没有存。先看看新的内容，再做一遍。',
  DUPLICATE_CASE: '这笔订单在同一场景已经有案件 {{caseNumber}}，没有再开第二个。请在原案件里继续。',
  ATTEMPT_SPENT: '这笔订单的机会已经用掉，没有重复记录。可以在案件里看当时的提交。',
  ATTEMPT_UNKNOWN:
    '订单 {{orderNumber}} 的机会不确定还在不在，什么都没改。请先去后台看一眼，再把看到的记下来。',
  FROZEN: '这属于已导出或已提交的材料，要保持原样，没有改动。需要的话另做一版。',
  CANNOT_UNDO: '这一步不能撤销，什么都没改。记错的提交可以在案件里写明原因更正。',
  LOCKED: '资料库正在别处打开：{{computer}} 上的 {{program}}。什么都没改。请先在那边关掉，再回来打开。',
  READ_ONLY: '资料库所在的文件夹不能写入，里面的内容都在、可以看。去掉只读后再试。',
  SYNCED_FOLDER:
    '这个文件夹在同步盘或网络盘里（{{service}}），数据库放进去容易坏，所以没有用它，里面的东西一样没动。请改用本机硬盘上的文件夹，比如 {{proposal}}。',
  INVALID_FILE: '这个文件读不出应有的内容，什么都没有导入。请确认文件没选错，或重新导出一份。',
  FILE_CHANGED: '读取时文件被改动、移走或占用了，没有留下半份。请先在别的软件里关掉，再拖进来。',
  FILE_TOO_LARGE: '文件太大，收不进来，原文件没动。请剪短或压缩一份，原始文件自己留好。',
  MISSING_GLYPH: '字体里没有这些字符：{{character}}。还没有导出。请换个写法或删掉。',
  NOT_READY: '还差一些内容，暂时做不了，什么都没改。缺什么，页面上的清单里写着。',
  OUT_OF_SPACE: '磁盘满了。之前保存的都在，刚才这一步没存上。请腾出空间再试。',
  DATABASE_FROM_FUTURE: '这个资料库是更新版本的申诉台写的，没有动它。请先更新申诉台再打开。',
  DATABASE_DAMAGED: '资料库的数据库损坏了，已原样保留。请把最近的备份恢复到一个新文件夹。',
  BLOB_MISSING:
    '原始文件库里有一个文件少了，或者和收进来时不一样了。别的都没动。请在设置里做一次核对，它会说出是哪个；把原来的文件再拖进来一次，或者从备份里找回。',
  BACKUP_FAILED: '备份没做成或没通过检查，所以不算数。你的内容都在。请看看磁盘，再备份一次。',
  WRONG_PIN: 'PIN 不对，没有换人。再试一次，或者选别的经办人。',
  OPERATOR_NEEDED: '先说一下现在是谁在操作。什么都没改，选好经办人再做一遍。',
  CANCELLED: '已停止。之前做完的都在，没有留下半截。',
  CORE_STOPPED: '和后台的连线断了，已保存的都在。过一会儿会自动连上，再试就行。',
  INTERNAL: '申诉台内部出了问题，已保存的都在。请再试一次；还不行就重新启动。',
  'CONFLICT-same-name': '已经有同名的店铺，没有保存。请换个名字。',
  'CONFLICT-last-operator': '至少要留一个经办人，没有改动。请先添加另一个人。',
  'CONFLICT-other-platform': '两个店铺不在同一个平台，没有合并。',
  'CONFLICT-other-store': '这份文件是“{{name}}”的，不是“{{store}}”的，没有导入。请选对店铺。',
  'CONFLICT-import-not-in-force': '这次导入已经撤销过或没有完成，什么都没改。',
  'CONFLICT-order-in-case': '有订单已经用在案件里，没有撤销。请先从案件里移出再试。',
  'CONFLICT-order-changed-since': '订单 {{orderNumber}} 被后来的导入改过，没有撤销。请先撤销后面那次。',
  'CONFLICT-folder-not-empty': '文件夹不是空的，没有往里写。请选新的或空的文件夹。',
  'INVALID_FILE-empty': '文件是空的（0 字节），没有收入。请看看是不是没下载完。',
  'INVALID_FILE-gone': '文件已经不在原处，没有收入。请重新拖进来。',
  'INVALID_FILE-locked': '文件正被别的软件占用，没有收入。请先关掉再试。',
  'INVALID_FILE-nothing-there': '{{path}} 这里什么都没有。请核对路径。',
  'INVALID_FILE-not-a-folder': '{{path}} 不是文件夹。',
  'INVALID_FILE-not-a-file': '这不是一个文件（可能是文件夹），没有收入。',
  'INVALID_FILE-not-a-table': '这不是 CSV 表格，没有导入。请在后台重新导出 CSV。',
  'INVALID_FILE-encoding': '用这个编码读不出文字，没有导入。请换一个编码。',
  'INVALID_FILE-order-numbers-rounded':
    '订单号被 Excel 改成了整数（如 {{example}}），真号已丢，没有导入。请重新导出，别用 Excel 打开另存。',
  'BAD_REQUEST-zone-needed': '还没说文件里的时间按哪里的时间写，没有导入。请先回答时区的问题。',
  'BAD_REQUEST-zone-is-offset':
    '“{{zone}}”只是和 UTC 的时差，不是地方，日历软件认不出来，没有保存。请选一个地方的时区，如 Asia/Shanghai。',
  'BAD_REQUEST-order-number-unmapped': '没有指定哪一列是订单号，没有导入。请在列的对应里指定。',
  MOVED: '资料库已经搬到别的文件夹，这里没有改动。请关掉申诉台重新打开。',
  'NOT_READY-no-answer': '这次沟通还没有答复，没有东西可存，什么都没改。先把对方的原话记下来。',
  'NOT_READY-fact-without-exhibit': '事实至少要有一份凭证作出处，还没有确认。请先指明出处。',
  'CONFLICT-clock-over': '这个倒计时已经结束，没有可发的。',
  'CONFLICT-submitted-in-future': '提交时间还没到，没有记录。请核对日期和时间。',
  'CONFLICT-decided-before-submitted': '处理结果的时间早于提交时间，没有记录。请核对日期和时间。',
  'CONFLICT-decided-in-future': '处理结果的时间还没到，没有记录。请核对日期和时间。',
  'CONFLICT-event-in-future': '这件事的时间还没到，没有记录，别的都没动。请核对日期和时间。',
  'BAD_REQUEST-no-clock-from-it':
    '这个案件里没有从这件事算起的时间，没有记录，别的都没动。请在列出的几件里选一件。',
  'NOT_READY-vouchers-missing':
    '订单 {{orderNumber}} 的凭证还没齐，没有归为“凭证齐全”，什么都没改。缺什么，在“凭证”一步看。',
  'CONFLICT-needs-new-exhibit':
    '订单 {{orderNumber}} 记过“确有违规”，要改得有那之后才收进来的凭证，什么都没改。',
  'CONFLICT-needs-reason': '订单 {{orderNumber}} 记过“确有违规”，要改得写明理由，什么都没改。',
  'CONFLICT-already-spent': '订单 {{orderNumber}} 的机会已经用掉，什么都没改。',
  'CONFLICT-filed-here': '这一次是在申诉台里提交的，没有更正。请到它的案件里更正提交记录。',
  'CONFLICT-not-spent': '有一笔没有算已用，用不着更正，什么都没改。',
  'CONFLICT-same': '选的是同一个，没有合并。请选另一个。',
  'FILE_TOO_LARGE-memory': '这个文件占用内存太多，收不进来，原文件没动。请拆分或压缩后再试。',
  'CANNOT_UNDO-undone': '这一步已经撤销过了，什么都没改。',
  'CANNOT_UNDO-purged': '涉及的内容已过保留期被彻底清除，不能再撤销。',
  'CONFLICT-no-example-here': '这里打不开示例，什么都没改。请在申诉台的窗口里打开。',
  'CONFLICT-no-example-open': '现在打开的不是示例资料库，什么都没改。',
  'CONFLICT-example-stays': '示例资料库不能搬家，什么都没改。不想要了可以直接删除。',
  'CONFLICT-example-folder-taken': '放示例的文件夹里有别的东西，没有动它：{{folder}}。请先移走再试。',
  'CONFLICT-example-changing': '正在切换资料库，请稍等。',
  'CONFLICT-work-running': '还有导入、导出或备份没做完，没有切换。等它做完或先停下，再来一次。',
  'CONFLICT-order-in-other-case':
    '订单 {{orderNumber}} 现在在同一场景的另一个案件里，没有改动。请先在那边移出。',
  'CONFLICT-changed-since': '那一步之后又有改动，所以没有撤销，什么都没动。请先看后来的改动。',
  'INVALID_FILE-no-pack-update': '这不是规则更新文件，规则没有变。请向给你文件的人要一份完整的。',
  'INVALID_FILE-bad-signature':
    '签名对不上：文件在途中被改过，或不是它说的那个人签的。规则没有变，不要用这个文件。',
  'INVALID_FILE-unreadable-pack': '签名没问题，但里面的规则包这个版本读不了。规则没有变，请先升级申诉台。',
  'INVALID_FILE-unsound-pack':
    '签名没问题，但里面的规则包有错：引用了没有的东西，或缺了该有的。规则没有变，请告诉签名的人。',
  'INVALID_FILE-figure-in-words':
    '签名没问题，但规则包里有文字把规则的数字写死了，规则一改就对不上。规则没有变，请告诉签名的人。',
  'INVALID_FILE-older-pack':
    '这份规则包是 {{version}} 版，现在用的是 {{current}} 版，不比现在的新。规则没有变。',
  'INVALID_FILE-not-json': '这个文件不是 JSON，放假安排没有变。请向给你文件的人要一份完整的。',
  'INVALID_FILE-no-calendar-year':
    '文件里不是一年的放假安排，放假安排没有变。要有地区、年份、通知、放假和调休上班几项，写法见说明文档。',
  'INVALID_FILE-no-calendar-year-calendar':
    '第 {{line}} 行：没写清是哪个地区的日历（中国写 CN）。放假安排没有变。',
  'INVALID_FILE-no-calendar-year-year':
    '第 {{line}} 行：没写清是哪一年，要写成四位数字，比如 2027。放假安排没有变。',
  'INVALID_FILE-no-calendar-year-notices':
    '第 {{line}} 行：放假通知没写全。每份通知要有文号、发文日期（写成 2026-11-25）和网址（没有就写 null），而且至少要有一份。放假安排没有变。',
  'INVALID_FILE-no-calendar-year-days-off':
    '第 {{line}} 行，第 {{number}} 段放假：要有从哪天到哪天（写成 2027-02-04），和中英文节日名。放假安排没有变。',
  'INVALID_FILE-no-calendar-year-makeup-days':
    '第 {{line}} 行，第 {{number}} 段调休上班：要有从哪天到哪天（写成 2027-01-30），和中英文节日名。放假安排没有变。',
  'INVALID_FILE-no-calendar-year-dates':
    '各项单看没错，合起来对不上：可能结束早于开始、日期不在这一年、同一天又放假又上班，或者没有放假通知。放假安排没有变。',
  'INVALID_FILE-no-calendar-year-extra':
    '第 {{line}} 行：多了一项“{{extra}}”，这里不该有。是写错了名字就改过来，是多余的就删掉。放假安排没有变。',
  'INVALID_FILE-unknown-calendar': '没有叫“{{calendar}}”的工作日日历，什么都没有变。',
  'INVALID_FILE-no-notices': '这个地区的日历不是按官方通知收的，不能用文件加年份。什么都没有变。',
  'INVALID_FILE-older-year': '{{last}} 年的安排已经有了，{{year}} 年是更早的，不用再加。什么都没有变。',
  'INVALID_FILE-gap-in-years': '目前收录到 {{last}} 年，{{year}} 年前面还缺一年。请先加缺的那年。',
  'INVALID_FILE-known-year': '{{year}} 年的安排已经有了，这份不比现有的通知新。什么都没有变。',
  'FILE_CHANGED-since-shown': '文件和刚才给你看的不是同一份了，什么都没装。请重新选一次。',
  'BAD_REQUEST-site-not-said': '请选是哪个站点的后台，或者选所有站点。没有记下。',
  'BAD_REQUEST-no-such-site': '规则包里没有“{{site}}”这个站点，没有记下。',
  'BAD_REQUEST-seen-in-future': '看到的日期还没到，没有记下。请核对日期。',
  'BAD_REQUEST-other-kind-of-value': '这条规则说的不是这一类内容，没有记下。',
  'BAD_REQUEST-value-cannot-hold': '这条规则装不下这样的内容，没有记下。请核对后台的原话。',
  'INVALID_FILE-no-signing-key':
    '这不是 Ed25519 私钥（PEM），什么都没签。请用 openssl genpkey -algorithm ed25519 生成一把。',
  'INVALID_FILE-cannot-be-written': '写不到 {{path}}：已有同名文件，或没有权限。什么都没覆盖，请换个名字。',
  'CONFLICT-already-taken-over': '{{name}}已经接过这一班了，没有改动。',
  'BAD_REQUEST-no-number-here': '这里的机会不按编号算，或者编号要填在通知里，没有改动。',
  'BAD_REQUEST-choice-changes-nothing': '这个案件没有哪一步靠这种说法，选了结果也一样，没有改动。',
  'CONFLICT-stopped-already': '这个时间已经结束了，没有改动。',
  'BAD_REQUEST-given-up-elsewhere': '会看不到的东西，在“要先存下来的”里存下来或说明为什么不存。没有改动。',
  'CONFLICT-scene-gone': '新规则里没有这个场景了，没有改动：这个案件照原来的规则走。',
  'CONFLICT-own-handover': '自己交的班不能自己接，没有改动。请下一位来接。',
  'CONFLICT-no-shift': '交班的这一段要已经过去、最长 31 天，下一班最远也是 31 天。没有存下。请换个时间。',
});
