import { readFile } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import initialise, {
  TypstCompilerBuilder,
  type TypstCompileWorld,
} from '@myriaddreamin/typst-ts-web-compiler';
import { AppError } from '../../../shared/kernel/index.ts';
import { formatBytes } from '../../../shared/packets/index.ts';
import { fontFiles, rendererWasmFile } from '../fonts.ts';
import { ARCHIVE_TEMPLATE } from '../templates/archive.typ.ts';
import { COMMON_TEMPLATE } from '../templates/common.typ.ts';
import { HANDOVER_TEMPLATE } from '../templates/handover.typ.ts';
import { STATEMENT_TEMPLATE } from '../templates/statement.typ.ts';
import { compileEngine, type CompiledEngine } from './engine.ts';
import { readFontCoverage, type FontCoverage } from './font-coverage.ts';
import type { PageImage, StatementJob, TypesetJob, TypesetPdf } from './job.ts';
import { createPageDrawer } from './page-drawer.ts';
import { prepareTexts } from './prepare-text.ts';

const TEMPLATES = {
  archive: ARCHIVE_TEMPLATE,
  statement: STATEMENT_TEMPLATE,
  handover: HANDOVER_TEMPLATE,
} as const;
/** Tells whether the engine reads one page of one file. */
const PROBE = '#image(sys.inputs.path, page: int(sys.inputs.page))';
/** For `get_artifact`. */
const VECTOR_FORMAT = 0;
const PDF_FORMAT = 1;
const FULL_DIAGNOSTICS = 3;
/** For `query`. */
const PAGED_TARGET = 0;

/** The typesetting engine with fonts loaded. Not safe for two calls at once; a worker gives it one at a time. */
export interface Typesetter {
  /**
   * Tagged PDF with title, language and the job's instant as its dates.
   *
   * @throws AppError MISSING_GLYPH; INVALID_FILE with `exhibit` (place from 0), `label` and `fileName` for a file the
   *   engine cannot read: list it instead of placing it; INTERNAL with the engine's `message` if it refuses the job.
   */
  pdf(job: TypesetJob): TypesetPdf;
  /** The pages of a statement as pictures. Throws as `pdf` does. */
  pages(job: StatementJob): PageImage[];
  /** Bytes the engine and the renderer hold. */
  memory(): number;
  dispose(): void;
}

/** The four fonts, the engine and the renderer of its pages. Nothing is ever fetched. */
export interface TypesetterParts {
  readonly fonts: readonly Uint8Array[];
  readonly engine: CompiledEngine;
  readonly rendererWasm: Uint8Array;
}

/** Reads fonts (from `fontFolder`, or where this program keeps them) and, where none is given, the engine from disk. */
export async function readTypesetterParts(
  fontFolder?: string,
  known?: CompiledEngine,
): Promise<TypesetterParts> {
  const [engine, rendererWasm, fonts] = await Promise.all([
    known ?? compileEngine(),
    readFile(rendererWasmFile()),
    Promise.all(fontFiles(fontFolder).map((path) => readFile(path))),
  ]);
  return { fonts, engine, rendererWasm };
}

interface Artifact {
  readonly result?: Uint8Array;
  readonly diagnostics?: readonly {
    readonly message: string;
    readonly path: string;
    readonly range: string;
  }[];
}

/** Starts the engine. It has no way to reach the disk or the network: it sees the job's files and nothing else. */
export async function createTypesetter({
  fonts,
  engine,
  rendererWasm,
}: TypesetterParts): Promise<Typesetter> {
  const { memory } = (await initialise({ module_or_path: engine })) as unknown as {
    readonly memory: { readonly buffer: ArrayBuffer };
  };
  const drawer = await createPageDrawer(rendererWasm);
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(font);
  const compiler = await builder.build();
  const coverage = anyOf(fonts.map(readFontCoverage));
  compiler.add_source('/common.typ', COMMON_TEMPLATE);
  compiler.add_source('/probe.typ', PROBE);
  for (const [name, text] of Object.entries(TEMPLATES)) compiler.add_source(`/${name}.typ`, text);

  const compile = <Result>(
    file: string,
    inputs: [string, string][],
    read: (world: TypstCompileWorld) => Result,
  ): Result => {
    const world = compiler.snapshot('/', file, inputs);
    try {
      return read(world);
    } finally {
      world.free();
    }
  };
  const reads = (path: string, page: number): boolean =>
    compile(
      '/probe.typ',
      [
        ['path', path],
        ['page', String(page)],
      ],
      (world) => artifact(world, PDF_FORMAT).result !== undefined,
    );

  const typeset = <Result>(
    job: TypesetJob,
    format: number,
    read: (result: Uint8Array, world: TypstCompileWorld) => Result,
  ): Result => {
    const shadows = {
      ...job.files,
      '/data.json': new TextEncoder().encode(
        JSON.stringify({ data: prepareData(job, coverage), instant: dateParts(job.instant) }),
      ),
    };
    for (const [path, bytes] of Object.entries(shadows)) compiler.map_shadow(path, bytes);
    try {
      const answer = compile(`/${job.template}.typ`, [], (world) => {
        const { result, diagnostics } = artifact(world, format);
        return result === undefined ? { diagnostics } : { made: read(result, world) };
      });
      if ('made' in answer) return answer.made;
      nameUnreadable(job, reads);
      const first = answer.diagnostics?.[0];
      throw new AppError('INTERNAL', {
        part: 'typeset',
        message: first ? `${first.path}:${first.range}: ${first.message}` : 'no result',
      });
    } finally {
      for (const path of Object.keys(shadows)) compiler.unmap_shadow(path);
    }
  };

  return {
    pdf: (job) => typeset(job, PDF_FORMAT, (bytes, world) => ({ bytes, pages: pageCount(world) })),
    pages: (job) => typeset(job, VECTOR_FORMAT, (vectors) => drawer.draw(vectors)),
    memory: () => memory.buffer.byteLength + drawer.memory(),
    dispose: () => compiler.free(),
  };
}

function artifact(world: TypstCompileWorld, format: number): Artifact {
  return world.get_artifact(format, FULL_DIAGNOSTICS) as Artifact;
}

/** As the engine itself counts them for the foot of each page: nobody has to read the PDF again, however large it is. */
function pageCount(world: TypstCompileWorld): number {
  const [total] = JSON.parse(world.query(PAGED_TARGET, '<page-count>', 'value')) as number[];
  if (total === undefined) throw new AppError('INTERNAL', { part: 'typeset', message: 'no page is counted' });
  return total;
}

/** Finds the exhibit a failed job fell over, so that a person hears a file's name and not an engine's words. */
function nameUnreadable(job: TypesetJob, reads: (path: string, page: number) => boolean): void {
  if (job.template !== 'archive') return;
  job.data.exhibits.forEach(({ placement, label, fileName }, exhibit) => {
    if (placement.kind !== 'image' && placement.kind !== 'pdf') return;
    const pages = placement.kind === 'pdf' ? placement.pages : 1;
    for (let page = 1; page <= pages; page += 1) {
      if (!reads(placement.path, page))
        throw new AppError('INVALID_FILE', { exhibit, label, fileName, page });
    }
  });
}

function anyOf(coverages: readonly FontCoverage[]): FontCoverage {
  return { has: (codePoint) => coverages.some((coverage) => coverage.has(codePoint)) };
}

/** The parts Typst's `datetime` takes. It writes them as UTC. */
function dateParts(instant: number): Record<string, number> {
  const { year, month, day, hour, minute, second } =
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('UTC');
  return { year, month, day, hour, minute, second };
}

const CODE = /\[U\+[0-9A-F]{4,6}\]/;

/** The job's data with texts fit to print, and what the template would have to work out itself. */
function prepareData(job: TypesetJob, coverage: FontCoverage): unknown {
  if (job.template !== 'archive') return prepareTexts(job.data, coverage);
  const prepared = prepareTexts(job.data, coverage) as typeof job.data;
  return {
    ...prepared,
    exhibits: prepared.exhibits.map((exhibit) => ({
      ...exhibit,
      sizeText: formatBytes(exhibit.bytes),
      hasCodes: exhibit.placement.kind === 'text' && exhibit.placement.lines.some((line) => CODE.test(line)),
    })),
  };
}
