/** A component of a calendar file: the values of its own properties by their names, and what lies in it. */
export interface Component {
  readonly name: string;
  readonly own: Readonly<Record<string, readonly string[]>>;
  readonly parts: readonly Component[];
}

interface Open extends Component {
  readonly own: Record<string, string[]>;
  readonly parts: Component[];
}

/**
 * Reads a calendar file by the letter of RFC 5545 and no more kindly: lines end in CRLF and have 75 octets at most, each is
 * whole UTF-8, and a component's properties stand before what lies in it (`eventprop *alarmc`).
 *
 * @throws Error that names the first line that is not so
 */
export function componentsOf(text: string): readonly Component[] {
  const file: Open = { name: '', own: {}, parts: [] };
  const open = [file];
  for (const line of unfolded(text)) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[A-Z-]+=(?:"[^"]*"|[^:;",]*))*:(.*)$/su.exec(line) ?? [];
    const inner = open.at(-1);
    if (name === '' || inner === undefined) throw new Error(`no line of a calendar: ${line}`);
    if (name === 'BEGIN') {
      const component: Open = { name: value, own: {}, parts: [] };
      inner.parts.push(component);
      open.push(component);
    } else if (name === 'END') {
      if (inner.name !== value || inner === file) throw new Error(`ends what is not open: ${line}`);
      open.pop();
    } else {
      if (inner.parts.length > 0 || inner === file) throw new Error(`stands after what lies in it: ${line}`);
      (inner.own[name] ??= []).push(value);
    }
  }
  if (open.length > 1) throw new Error('something is not ended');
  return file.parts;
}

function unfolded(text: string): string[] {
  if (!text.endsWith('\r\n') || /[^\r]\n|\r[^\n]/.test(text)) throw new Error('a line does not end in CRLF');
  const lines = text.slice(0, -2).split('\r\n');
  const long = lines.find((line) => Buffer.byteLength(line) > 75);
  if (long !== undefined) throw new Error(`longer than 75 octets: ${long}`);
  const torn = lines.find((line) => !line.isWellFormed());
  if (torn !== undefined) throw new Error(`cut inside a character: ${torn}`);
  return lines.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
}
