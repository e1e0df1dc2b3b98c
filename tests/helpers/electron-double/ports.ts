import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { MessagePortMain } from 'electron';
import { eventsOf } from './events.ts';
import { strict } from './strict.ts';

/** The port behind each of the double's: what a page is handed when one is passed to it. */
const behind = new WeakMap<object, MessagePort>();

function portMain(port: MessagePort): MessagePortMain {
  const events = eventsOf<MessagePortMain>(['message', 'close'], () => parts);
  let isGone = false;
  port.once('close', () => {
    isGone = true;
    events.emit('close');
  });
  const parts: Pick<MessagePortMain, 'on' | 'once' | 'off' | 'start' | 'close' | 'postMessage'> = strict(
    'MessagePortMain',
    {
      ...events.methods,
      // Until it is started a port keeps what comes.
      start: () => port.on('message', (data: unknown) => events.emit('message', { data, ports: [] })),
      close: () => port.close(),
      postMessage: (message: unknown) => {
        if (!isGone) port.postMessage(message);
      },
    },
  );
  behind.set(parts, port);
  return parts as MessagePortMain;
}

/** A channel whose ends are real ports of Node: what passes is cloned as Electron clones it. */
export class MessageChannelMainDouble {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;

  constructor() {
    const channel = new MessageChannel();
    this.port1 = portMain(channel.port1);
    this.port2 = portMain(channel.port2);
  }
}

/** The port as the page gets it. */
export function portOfPage(port: MessagePortMain): MessagePort {
  const found = behind.get(port);
  if (found === undefined) throw new TypeError('only a MessagePortMain can be transferred');
  return found;
}
