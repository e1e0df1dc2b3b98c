export const help = {
  title: 'Help',
  sub: 'How to get about, what this program does on your computer, and what it does not.',
  keys: 'Keys',
  'keys.hint': 'Every screen has keys of its own: press ? there.',
  network: 'Every network call it can make',
  'network.none': 'None beyond 127.0.0.1, which is this computer.',
  'network.some': 'These, and none besides:',
  'network.local':
    'Opened in a browser, the window speaks to the program on 127.0.0.1; in the desktop program not even that. It does not update itself, sends no statistics, and works with the network unplugged.',
  data: 'Where your data lies',
  'data.holds':
    'Everything is in this one folder: the cases, your originals under their SHA-256, what you exported, and the backups. To carry it all away, take the folder, or a backup of it.',
  'data.settings': 'Move it, back it up, restore or check it: in Settings',
  promises: 'What is promised',
  'promise.facts':
    'It writes no fact that a person did not confirm, and helps nobody to fabricate, retouch or backdate evidence.',
  'promise.originals': 'Originals stay as they are, byte for byte.',
  'promise.filing': 'It never files for you. You file, and write down here what you filed.',
  'promise.logins': 'It never asks for a platform password, cookie or token, and has no place to keep one.',
  'promise.network': 'It opens no connection by itself.',
  'promise.kill': 'What it says is saved is still there after the program was killed or the disk ran full.',
  noPromises: 'What is not promised',
  'noPromise.outcome': 'No outcome. The platform decides.',
  'noPromise.rules':
    'That a rule still holds today. Each shows its source and date, and where sources differ all of them.',
  'noPromise.power':
    'A power cut. Every save is written through to the disk, but no power was cut to try it.',
  'noPromise.pin': 'Secrecy from whoever sits at this computer. A PIN says who acts; it locks nothing.',
  program: 'The program',
  version: 'Version',
  schema: 'data format {{version}}',
  licence: 'Licence',
  'licence.own':
    'MIT. Its fonts are Noto Sans SC, Noto Serif SC and Liberation Sans, under the SIL Open Font License.',
  notices: 'Notices',
  'notices.where':
    'The licences of all it is made of come with it: “licences” in the folder of resources of the installed program, “docs/third-party-notices.md” in the source.',
} as const;
