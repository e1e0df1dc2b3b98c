import { parseArgs } from 'node:util';
import { AppError } from '../../../shared/kernel/index.ts';
import { LANGUAGES, type Language } from '../../../shared/i18n/index.ts';

/** What `desk` was asked to do. */
export interface DeskArguments {
  readonly action: 'call' | 'list' | 'help';
  readonly procedure: string;
  /** JSON text, or `-` for standard input. */
  readonly input: string;
  /** As typed; undefined for the default workspace. */
  readonly workspace: string | undefined;
  readonly attach: boolean;
  readonly operatorId: string | undefined;
  readonly language: Language | undefined;
  readonly wait: boolean;
  readonly quiet: boolean;
}

export const HELP = `desk <procedure> '<json>'   calls one procedure and prints its answer as JSON
desk <procedure> -           reads the JSON from standard input
desk --list                  every procedure, what it does to the workspace, and the errors it may answer with

  --workspace <folder>   another workspace than this computer's default
  --attach               speaks to the AppealDesk that has the workspace open, instead of opening it
  --operator <id>        who acts (a PIN is read from APPEALDESK_PIN)
  --language <code>      zh-CN or en, for this call
  --no-wait              with --attach: do not follow a job to its end
  --quiet                no progress on standard error

Errors go to standard error as {"code", "params"}; the exit code belongs to the code.
`;

/** Reads the command line. @throws AppError BAD_REQUEST { detail } */
export function readArguments(args: readonly string[]): DeskArguments {
  const { values, positionals } = parse(args);
  const [procedure = '', input = '{}', ...rest] = positionals;
  const language = LANGUAGES.find((known) => known === values.language);
  if (rest.length > 0) throw badRequest(`unexpected: ${rest.join(' ')}`);
  if (values.language !== undefined && language === undefined)
    throw badRequest(`--language ${values.language}`);
  if (values.attach && language !== undefined) throw badRequest('--language has no effect with --attach');
  if (values['no-wait'] && !values.attach)
    throw badRequest('--no-wait needs --attach: a job ends with its program');
  return {
    action: values.list ? 'list' : values.help || procedure === '' ? 'help' : 'call',
    procedure,
    input,
    workspace: values.workspace,
    attach: values.attach,
    operatorId: values.operator,
    language,
    wait: !values['no-wait'],
    quiet: values.quiet,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
        workspace: { type: 'string' },
        attach: { type: 'boolean', default: false },
        operator: { type: 'string' },
        language: { type: 'string' },
        'no-wait': { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw badRequest(error instanceof Error ? error.message : String(error));
  }
}

function badRequest(detail: string): AppError {
  return new AppError('BAD_REQUEST', { detail });
}
