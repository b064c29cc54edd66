/** Footnotes that are used and not defined, or defined and not used. */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { MarkupConfig } from '../../types.ts';
import { type Environment, getEnvironment } from '../environment.ts';

/** A footnote in a text, not a part of a regular expression. */
const REFERENCE_RE = /\[\^([\w.-]+)\](?![\w(*+?{:[])/g;
const NUMBER_RE = /^\d+$/;

export function footnoteChecks(markdown: MarkdownIt, { footnoteBacklink }: MarkupConfig): void {
  if (footnoteBacklink === undefined) return;
  markdown.core.ruler.before('footnote_tail', 'footnote_checks', (state) => {
    const environment = getEnvironment(state.env);
    const { definitions, references } = findNotes(state.tokens);
    reportUndefined(state, environment, definitions.size > 0);
    if (definitions.size > 0) reportUnused(definitions, references, environment);
  });
}

/** A definition of a footnote. */
interface Definition {
  map: Token['map'] | undefined;
  /** The footnotes that its text refers to. */
  readonly references: string[];
}

/** The definitions of a text by their labels, and the footnotes that the rest of it refers to. */
interface Notes {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly references: readonly string[];
}

function findNotes(tokens: readonly Token[]): Notes {
  const definitions = new Map<string, Definition>();
  const references: string[] = [];
  let definition: Definition | undefined;
  for (const { type, meta, map, children } of tokens) {
    if (type === 'footnote_reference_close') definition = undefined;
    if (type === 'footnote_reference_open')
      definitions.set(String(meta?.['label']), (definition = { map: undefined, references: [] }));
    if (definition) definition.map ??= map;
    for (const child of children ?? [])
      if (child.type === 'footnote_ref')
        (definition?.references ?? references).push(String(child.meta?.['label']));
  }
  return { definitions, references };
}

/** Without any definition, words after `[^` may be anything, such as the characters of a regular expression. */
function reportUndefined({ tokens }: StateCore, environment: Environment, hasDefinitions: boolean): void {
  for (const { type, content, children, map } of tokens) {
    if (type !== 'inline' || !content.includes('[^')) continue;
    if (map) environment.lines = map;
    for (const text of children ?? []) {
      if (text.type !== 'text') continue;
      for (const [reference, label = ''] of text.content.matchAll(REFERENCE_RE))
        if (hasDefinitions || NUMBER_RE.test(label))
          environment.report(reference, undefinedNote(reference, environment));
    }
  }
}

function reportUnused(
  definitions: Notes['definitions'],
  references: Notes['references'],
  environment: Environment,
): void {
  const used = new Set(references);
  // A set also visits what is added to it meanwhile.
  for (const label of used) for (const next of definitions.get(label)?.references ?? []) used.add(next);
  for (const [label, { map }] of definitions) {
    if (used.has(label)) continue;
    if (map) environment.lines = map;
    environment.report(`[^${label}]`, unusedNote(label));
  }
}

type Words = Parameters<Environment['report']>[1];

const undefinedNote = (reference: string, { isInner }: Environment): Words => ({
  code: 'footnote-undefined',
  severity: 'warning',
  message: `the footnote ${reference} is not defined${isInner ? ' in this shortcode, whose text has footnotes of its own' : ''}, so it is shown as text`,
  hint: `Add a line ${reference}: with its text${isInner ? ' inside the shortcode' : ''}, or write \\${reference} if it is no footnote.`,
});

const unusedNote = (label: string): Words => ({
  code: 'footnote-unused',
  severity: 'warning',
  message: `the footnote [^${label}] is defined, but nothing refers to it, so it is not shown`,
  hint: `Write [^${label}] where it belongs, or remove it.`,
});
