/**
 * Decides which output gets a path that several want, the same in every command and before anything is written. Those
 * that lose are left out, with a warning that names both.
 */
import { createDiagnostic, type Diagnostic, type SourceFile } from '../../diagnostics.ts';
import { OutputPaths } from '../../output-paths.ts';
import { findKeyOffset } from '../../site/formats/formats.ts';
import type { Deck, Output, Page, StaticFile } from '../../types.ts';

/** The kinds of outputs; of two with the same path, the one that comes first here wins. */
const KINDS = [
  'bundle',
  'deck',
  'page',
  'generated page',
  'asset',
  'static file',
  'alias',
  'site',
  'miniature',
] as const;

/** An output that wants a path. */
export interface OutputClaim {
  readonly path: string;
  readonly kind: (typeof KINDS)[number];
  /** The output in a message: `the deck of content/talk/_index.md`. */
  readonly name: string;
  /** The file of the author that asks for the path, and where in it. */
  readonly source?: SourceFile;
  readonly findOffset?: () => number;
  readonly output?: Output;
}

/** The outputs that get their paths, in order of precedence, and warnings of those that don't. */
export interface SettledOutputs {
  readonly claims: readonly OutputClaim[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Gives each path to one output. */
export function settleOutputs(wanted: readonly OutputClaim[]): SettledOutputs {
  const paths = new OutputPaths<OutputClaim>();
  const claims: OutputClaim[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const claim of KINDS.flatMap((kind) => wanted.filter((one) => one.kind === kind))) {
    const winner = paths.take(claim.path, claim);
    if (!winner) claims.push(claim);
    else if (!isExpected(claim, winner)) diagnostics.push(outputConflict(claim, winner));
  }
  return { claims, diagnostics };
}

/** Whether nobody would miss what is left out. */
function isExpected(claim: OutputClaim, winner: OutputClaim): boolean {
  // A page or file of the author replaces what we write by default, such as 404.html.
  if (claim.kind === 'site') return winner.kind === 'page' || winner.kind === 'static file';
  // Nobody has written a generated list page.
  if (claim.kind === 'generated page') return true;
  // An alias that is the page's own address, or is written twice.
  return claim.kind === 'alias' && winner.source !== undefined && winner.source === claim.source;
}

/** The conflict is reported at the output that is left out, or at the other one if only that has a place. */
function outputConflict(claim: OutputClaim, winner: OutputClaim): Diagnostic {
  const { source, findOffset } = claim.source ? claim : winner;
  const place =
    winner.path === claim.path
      ? `written to ${claim.path}, where ${winner.name} is written`
      : `written to ${claim.path}, but ${winner.name} is written to ${winner.path}, and a file can't be a folder`;
  const subject = SUBJECTS[claim.kind] ?? claim.name;
  const isAlias = claim.kind === 'alias' && winner.path === claim.path;
  return createDiagnostic({
    code: 'output-conflict',
    severity: 'warning',
    message: isAlias
      ? `the alias ${aliasAddress(claim.path)} would overwrite ${winner.name}, so it is skipped`
      : `${subject} would be ${place}, so it is skipped`,
    hint: HINTS[claim.kind] ?? 'Give one of them a different url, slug or file name.',
    ...(source && { source }),
    ...(findOffset && { offset: findOffset() }),
  });
}

/** An alias as an author writes it: the address of its page. */
const aliasAddress = (path: string): string => `/${path.replace(/(?<=^|\/)index\.html$/, '')}`;

/** Outputs with a file of the author, at which they are reported. */
const SUBJECTS: Partial<Readonly<Record<OutputClaim['kind'], string>>> = {
  deck: 'this deck',
  page: 'this page',
  'static file': 'this file',
  alias: 'an alias of this page',
};

const HINTS: Partial<Readonly<Record<OutputClaim['kind'], string>>> = {
  alias: 'Remove the alias, or give the other one a different url.',
  asset: 'Give the file that the template creates a different name, or change the url of the other one.',
};

/** The claim of a deck. */
export function claimDeck({ head, outputPath }: Deck): OutputClaim {
  return { ...claimPage(head, { path: outputPath, kind: 'deck' }), name: `the deck of ${head.source.path}` };
}

/** The claim of an output of a page that is not a deck. */
export function claimPage(
  page: Page,
  output: Pick<OutputClaim, 'path' | 'output'> & { readonly kind?: OutputClaim['kind'] },
): OutputClaim {
  if (page.source.path === '') return { kind: 'generated page', ...output, name: 'a list of pages' };
  return {
    kind: 'page',
    ...output,
    name: `the page of ${page.source.path}`,
    ...locate(page, ['url', 'slug']),
  };
}

/** The claims of the redirects of a page or deck. */
export function claimAliases(page: Page, outputs: readonly Output[] = []): readonly OutputClaim[] {
  const texts = new Map(outputs.map((output) => [output.path, output]));
  return page.aliases.map((path) => {
    const output = texts.get(path);
    const name = `the alias of ${page.source.path}`;
    return { path, kind: 'alias', name, ...locate(page, ['aliases']), ...(output && { output }) };
  });
}

/** The claim of a static file. */
export function claimStaticFile({ outputPath, source }: StaticFile): OutputClaim {
  return {
    path: outputPath,
    kind: 'static file',
    name: `the file ${source}`,
    source: { path: source, text: '' },
  };
}

function locate(
  { source, location }: Page,
  keys: readonly string[],
): Pick<OutputClaim, 'source' | 'findOffset'> {
  return { source, findOffset: () => Math.max(...keys.map((key) => findKeyOffset(location, [key]))) };
}
