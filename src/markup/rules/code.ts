/**
 * Code, highlighted at build time. `{1,3-4|6}` after the language highlights lines, step by step. A render hook comes
 * first, then the languages that are not code: `goat`, `math` and `mermaid`.
 */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { withoutUnsafeAttributes } from '../../attribute-safety.ts';
import type { Attributes, MarkupConfig } from '../../types.ts';
import { getEnvironment, type Environment } from '../environment.ts';
import { type FenceInfo, readFenceInfo } from '../code/fence-info.ts';
import { fillEmptyLines } from '../code/code-lines.ts';
import { createHighlight } from '../code/highlight.ts';
import { writeGoatFence } from '../code/goat-fence.ts';
import { describeUnknownLanguage } from '../code/unknown-language.ts';
import { createMathWriter, type RenderMath } from '../render-math.ts';
import type { RenderMermaid } from '../render-mermaid.ts';

/** Writes the content of a fence as something other than code. */
type FenceWriter = (content: string, environment: Environment, attributes: Attributes) => string;

/** Renderers of formulas and diagrams. */
interface CodeServices {
  readonly math: RenderMath;
  readonly mermaid: RenderMermaid;
}

export function code(markdown: MarkdownIt, config: MarkupConfig, services: CodeServices): void {
  const { codeFences } = config.highlight;
  const highlight = createHighlight(
    codeFences ? config.highlight : { ...config.highlight, lineNos: false, guessSyntax: false },
  );
  const writers = createWriters(services);
  const writeCode = (text: string, info: Partial<FenceInfo>, environment: Environment): string => {
    const code = { text, language: '', isForChroma: codeFences, ...info };
    const { html, features, excess, hasUnknownLanguage } = highlight(code);
    for (const feature of features) environment.features.add(feature);
    if (hasUnknownLanguage) warnOfLanguage(environment, code.language);
    if (excess) {
      // Code begins on the line below its fence.
      const line = environment.lines[0] + 1 + excess.line;
      environment.lines = [line, line + 1];
      environment.report('', excess.finding);
    }
    return environment.isInner ? fillEmptyLines(html) : html;
  };
  markdown.core.ruler.push('fence_ordinals', numberFences);
  markdown.renderer.rules['code_block'] = (tokens, index, _options, env) =>
    writeCode(tokens[index]?.content ?? '', { options: { guesssyntax: false } }, getEnvironment(env));
  markdown.renderer.rules['fence'] = (tokens, index, _options, env) => {
    const token = tokens[index];
    if (!token) return '';
    const environment = getEnvironment(env);
    if (token.map) environment.lines = token.map;
    const read = readFenceInfo(token.info);
    const attributes = config.unsafe === false ? withoutUnsafeAttributes(read.attributes) : read.attributes;
    const info = { ...read, attributes, language: markdown.utils.unescapeAll(read.language) };
    // With `codeFences = false`, Hugo treats all fences as plain code, and calls no render hook.
    if (!codeFences) return writeCode(token.content, info, environment);
    if (info.unread) warnOfBraces(environment, info.unread);
    return (
      writeByHook(token, info, environment) ??
      writers.get(info.language)?.(token.content, environment, info.attributes) ??
      writeCode(token.content, info, environment)
    );
  };
}

function createWriters({ math, mermaid }: CodeServices): ReadonlyMap<string, FenceWriter> {
  const writeMath = createMathWriter(math);
  return new Map<string, FenceWriter>([
    ['math', (tex, environment) => `<p>${writeMath({ tex, display: true }, environment)}</p>\n`],
    ['mermaid', (diagram, environment) => writeMermaid(diagram, environment, mermaid)],
    ['goat', (drawing, _environment, attributes) => writeGoatFence(drawing, attributes)],
  ]);
}

function writeMermaid(diagram: string, environment: Environment, mermaid: RenderMermaid): string {
  environment.features.add('mermaid');
  const html = mermaid(diagram.replace(/\n$/, ''), (finding) => environment.report('mermaid', finding));
  return `${html}\n`;
}

/** Numbers the fences of a text. As in Hugo, indented code does not count. */
function numberFences(state: StateCore): void {
  const fences = state.tokens.filter(({ type }) => type === 'fence');
  for (const [n, fence] of fences.entries()) fence.meta = { ordinal: n };
}

function writeByHook(token: Token, info: FenceInfo, { hooks, offsetOf }: Environment): string | undefined {
  const { ordinal } = token.meta as { readonly ordinal: number };
  return hooks?.codeBlock?.({
    Type: info.language,
    Inner: token.content.replace(/\n$/, ''),
    Ordinal: ordinal,
    Position: offsetOf?.(token.map?.[0] ?? 0) ?? 0,
    Attributes: info.attributes,
    Options: info.options,
  });
}

function warnOfLanguage(environment: Environment, language: string): void {
  const finding = environment.acceptsLanguage?.(language) ? undefined : describeUnknownLanguage(language);
  if (finding) environment.report(language, finding);
}

function warnOfBraces(environment: Environment, braces: string): void {
  environment.report(braces, {
    code: 'code-attributes-invalid',
    severity: 'warning',
    message: `${braces} contains neither lines nor attributes, so it is ignored`,
    hint: 'Write lines as {1,3-4} and attributes as {hl_lines=[1,"3-4"] .class key="value"}.',
  });
}
