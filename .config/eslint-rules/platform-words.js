import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const PACKS = fileURLToPath(new URL('../../shared/rulebook/packs/', import.meta.url));

/** What sellers call platforms and their back offices, beside the names that the packs bear; as regular expressions. */
const OTHER_NAMES = [
  ...[
    '全球速卖通',
    '虾皮',
    '抖音',
    '快手',
    '微店',
    '得物',
    '希音',
    '微信',
    '旺旺',
    '千牛',
    '万事达',
    '美国运通',
  ],
  ...[
    'ali ?express',
    'alibaba',
    'tmall',
    'wang ?wang',
    'qian ?niu',
    'temu',
    'tik ?tok',
    'weidian',
    'jingdong',
  ],
  ...['jd\\.com', 'e-?bay', 'mercadolibre', 'shein', 'ozon', 'wildberries', 'newegg', 'we ?chat', 'we ?ixin'],
  ...['visa', 'master ?card', 'amex', 'american express'],
];

/** What a pack's name has that is a word of every day by itself. */
const EVERYDAY = new Set(['小程序', 'mini-programs', '通用', 'shop']);

/** Programs that anybody chats by, also with a courier; `chatPrograms` lets a file name them, and nothing longer. */
const CHAT_PROGRAMS = /^(?:we ?chat|微信)$/i;

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const splits = (text) =>
  text.split(/[/（）()、与]| and |(?<=[\x20-\x7e]) (?=[^\x20-\x7e])/).map((part) => part.trim());

/** Ids and names of platforms, and the ids of rules and conflicts, as the packs have them. */
function readPacks() {
  const names = [];
  const ids = [];
  if (!existsSync(PACKS)) return { names, ids };
  for (const folder of readdirSync(PACKS, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    const files = readdirSync(join(PACKS, folder.name)).filter((file) => file.endsWith('.yaml'));
    for (const file of files) {
      const pack = parse(readFileSync(join(PACKS, folder.name, file), 'utf8'));
      ids.push(...[...(pack.rules ?? []), ...(pack.conflicts ?? [])].map(({ id }) => id));
      if (file !== 'platform.yaml') continue;
      // What stands for all platforms is called by a word of every day; its scenes are not.
      if (pack.kind === 'general') {
        names.push(...files.filter((each) => each !== file).map((each) => `${pack.id}.${each.slice(0, -5)}`));
      } else {
        names.push(pack.id);
        if (pack.kind !== 'law') names.push(...splits(pack.name.zh), ...splits(pack.name.en));
      }
    }
  }
  return { names: names.filter((name) => !EVERYDAY.has(name.toLowerCase())), ids };
}

const packs = readPacks();

// A letter or digit beside it makes it another word: `striped` is no platform, nor is 216883.
const edged = (source) =>
  [
    /^[\da-z]/i.test(source) ? '(?<![A-Za-z0-9])' : '',
    source,
    /[\da-z]$/i.test(source) ? '(?![A-Za-z0-9])' : '',
  ].join('');
const longestFirst = (sources) => [...new Set(sources)].sort((left, right) => right.length - left.length);
const NAMES = new RegExp(
  longestFirst([...packs.names.map((name) => escaped(name).replace(/[- ]/g, '[-_ ]?')), ...OTHER_NAMES])
    .map(edged)
    .join('|'),
  'gi',
);

// Any number under a prefix of the packs, since the next fact will have the next; what is numbered otherwise as it is.
const numbered = /^([A-Z][A-Z0-9]*)-\d{2,3}[A-Z]?$/;
const prefixes = new Set(packs.ids.flatMap((id) => numbered.exec(id)?.[1] ?? []));
const others = packs.ids.filter((id) => !numbered.test(id));
// An id that is continued is the one of its register: R17-2 is of R17.
const registers = new Set(others.flatMap((id) => /^([A-Z]\d+)-\d+$/.exec(id)?.[1] ?? []));
const ID_SOURCES = [
  ...(prefixes.size === 0 ? [] : [`(?:${[...prefixes].join('|')})-\\d{2,3}[A-Z]?(?!\\d)`]),
  ...[...registers].map((register) => `${register}-\\d+`),
  ...longestFirst(others).map((id) => `${escaped(id)}(?![A-Za-z0-9-])`),
];
const IDS = ID_SOURCES.length === 0 ? null : new RegExp(`(?<![A-Za-z0-9-])(?:${ID_SOURCES.join('|')})`);
const ID_BEGUN =
  prefixes.size === 0 ? null : new RegExp(`(?<![A-Za-z0-9-])(?:${[...prefixes, ...registers].join('|')})-$`);
// An identifier has no hyphen: it would leave it out or write a low line.
const ID_IN_IDENTIFIER =
  prefixes.size === 0
    ? null
    : new RegExp(
        `(?<![A-Za-z0-9])(?:(?:${[...prefixes].join('|')})_?\\d{2}|(?:${[...registers].join('|')})_\\d+)(?![0-9a-z])`,
      );

/** The first platform name or rule id in a text, or null. */
export function platformWordIn(text, { chatPrograms = false } = {}) {
  for (const [name] of text.matchAll(NAMES)) if (!(chatPrograms && CHAT_PROGRAMS.test(name))) return name;
  return IDS?.exec(text)?.[0] ?? null;
}

/** The beginning of a rule id at the end of a piece of text whose rest is put in when it runs. */
export function begunRuleIdIn(text) {
  return ID_BEGUN?.exec(text)?.[0] ?? null;
}

/** The same in an identifier, whose words are told by their capitals. */
export function platformWordInIdentifier(name, options) {
  const spaced = name
    .replace(/_/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  return platformWordIn(spaced, options) ?? ID_IN_IDENTIFIER?.exec(name)?.[0] ?? null;
}

/** For the test of the rule: everything it must catch by itself. */
export const wordsOfPacks = packs;
