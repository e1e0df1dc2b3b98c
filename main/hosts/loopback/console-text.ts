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
    portTaken: ({ reason = '' }) => `Port ${reason} is taken by another program; choose another or none.`,
  },
} satisfies Record<Language, Record<string, Line>>;

type LineName = keyof (typeof LINES)['en'];

/** What the host says in its terminal, in the language of the settings. */
export function createConsole(
  language: Language,
): (name: LineName, values?: Readonly<Record<string, string>>) => void {
  return (name, values = {}) => {
    const line: Line = LINES[language][name];
    process.stderr.write(`${line(values)}\n`);
  };
}
