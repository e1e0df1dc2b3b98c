import type { Language } from '../../../shared/i18n/index.ts';

type Line = (values: Readonly<Record<string, string>>) => string;

const LINES = {
  'zh-CN': {
    opened: ({ url = '' }) =>
      `申诉台已打开。没有看到窗口的话，请把这个地址粘贴到浏览器（只能用一次）：${url}`,
    address: ({ url = '' }) => `申诉台的地址（只能用一次）：${url}`,
    workspace: ({ folder = '' }) => `资料库：${folder}`,
    keys: () => '按回车键再开一个窗口，按 Ctrl-C 退出。',
    closing: () => '正在关闭…',
    restarting: () => '申诉台的后台意外停止，已自动重启一次；已保存的内容不受影响。',
    lost: () => '申诉台的后台再次停止。请按 Ctrl-C 后重新启动；已保存的内容不受影响。',
    failed: ({ reason = '' }) => `没能启动：${reason}`,
    usage: ({ reason = '' }) => `看不懂的参数：${reason}。可用：--workspace 文件夹、--port 端口、--no-open`,
    setAside: ({ file = '' }) => `设置文件已损坏，已改用默认设置；原文件另存为：${file}`,
    running: ({ program = '', process = '', since = '', folder = '', how = '' }) =>
      `申诉台已经开着，没有再开一份：${program}（进程 ${process}，${since} 起），资料库 ${folder}。${how}`,
    'running-browser window': () => '浏览器窗口',
    'running-desktop': () => '桌面窗口',
    'running-desk': () => '命令行脚本',
    'reach-browser window': ({ url = '' }) =>
      `请回到那个浏览器窗口${url === '' ? '' : `（${url}）`}。窗口已经关了，就到运行它的终端按回车，再开一个；想重新启动，先在那个终端按 Ctrl-C。`,
    'reach-desktop': () => '请切到它的窗口，或点任务栏、菜单栏里的申诉台图标。',
    'reach-desk': () => '等它做完，再启动一次。',
    'reach-elsewhere': ({ computer = '' }) => `它开在另一台电脑 ${computer} 上，请先在那边退出，再回来打开。`,
    'reach-unknown': () => '请先退出那一份，再打开。',
    portTaken: ({ reason = '' }) => `端口 ${reason} 已被别的程序占用，请换一个或不指定。`,
  },
  en: {
    opened: ({ url = '' }) =>
      `AppealDesk is open. If no window appeared, paste this address (good once) into a browser: ${url}`,
    address: ({ url = '' }) => `The address of AppealDesk (good once): ${url}`,
    workspace: ({ folder = '' }) => `Workspace: ${folder}`,
    keys: () => 'Enter opens another window, Ctrl-C quits.',
    closing: () => 'Closing…',
    restarting: () => 'The core stopped unexpectedly and was started again once; what was saved is safe.',
    lost: () => 'The core stopped again. Press Ctrl-C and start anew; what was saved is safe.',
    failed: ({ reason = '' }) => `Could not start: ${reason}`,
    usage: ({ reason = '' }) =>
      `Not understood: ${reason}. Known: --workspace folder, --port number, --no-open`,
    setAside: ({ file = '' }) =>
      `The settings file was damaged; the defaults are used, and it was kept as ${file}`,
    running: ({ program = '', process = '', since = '', folder = '', how = '' }) =>
      `AppealDesk is running already, and was not opened twice: ${program} (process ${process}, since ${since}), workspace ${folder}. ${how}`,
    'running-browser window': () => 'a browser window',
    'running-desktop': () => 'the desktop window',
    'running-desk': () => 'a script at a shell',
    'reach-browser window': ({ url = '' }) =>
      `Go to that browser window${url === '' ? '' : ` (${url})`}. Where it was closed, press Enter in the terminal that runs it for another; to start anew, press Ctrl-C there first.`,
    'reach-desktop': () => 'Go to its window, or click its icon in the task bar or menu bar.',
    'reach-desk': () => 'Start again when it is done.',
    'reach-elsewhere': ({ computer = '' }) =>
      `It runs on another computer, ${computer}: quit it there first.`,
    'reach-unknown': () => 'Quit that one first.',
    portTaken: ({ reason = '' }) => `Port ${reason} is taken by another program; choose another or none.`,
  },
} satisfies Record<Language, Record<string, Line>>;

type LineName = keyof (typeof LINES)['en'];

type Values = Readonly<Record<string, string>>;

/** What the host says in its terminal, in the language of the settings. */
export function createConsole(language: Language): (name: LineName, values?: Values) => void {
  return (name, values = {}) => process.stderr.write(`${lineOf(language, name, values)}\n`);
}

/** A line, or a part of one, in words. */
export function lineOf(language: Language, name: LineName, values: Values = {}): string {
  const line: Line = LINES[language][name];
  return line(values);
}
