/** Writes a template as HTML: each value is escaped by its context, as in `html/template`. */
import { type Missing, type PredefinedEscaper, runPredefined, type Writer } from '../writer.ts';
import { type Context, describeUnfinished, isComment, nudge, type State, TEXT } from './context.ts';
import { escapeAttribute, escapeHtmlText, escapeRcdata, escapeUnquoted, filterName } from './html-values.ts';
import { type Escaper, show } from './safe.ts';
import {
  escapeRegexp,
  escapeScriptString,
  escapeScriptValue,
  escapeTemplateLiteral,
} from './script-values.ts';
import { escapeStyleString, filterStyleValue } from './style-values.ts';
import { passText } from './text.ts';
import { escapeSrcset, escapeUrl, filterUrl, normalizeUrl } from './url-values.ts';

/**
 * Creates the writer. The context follows the actual output across all templates that are called: if the branches of an
 * `if` end in different contexts, the one that ran counts.
 */
export function createEscapingWriter(missing: Missing): Writer {
  const parts: string[] = [];
  let context = TEXT;
  return {
    text(text) {
      if (context.state === 'text' && !text.includes('<')) {
        parts.push(text);
        return;
      }
      const passed = passText(context, text);
      context = passed.context;
      parts.push(passed.text);
    },
    value(value, predefined) {
      context = nudge(context);
      parts.push(escapeValue(context, value, { missing, ...(predefined && { predefined }) }));
      // After a value, a slash divides.
      if (context.state === 'js') context = { ...context, slash: 'division' };
    },
    get written() {
      return parts.join('');
    },
    get unfinished() {
      return describeUnfinished(context);
    },
  };
}

interface EscapeOptions {
  readonly missing: Missing;
  readonly predefined?: PredefinedEscaper;
}

/** A step of escaping, with the function that replaces it if the author has called that at the end of the pipe. */
interface Stage {
  readonly run: Escaper | 'script-value';
  readonly same?: PredefinedEscaper;
}

function escapeValue(context: Context, value: unknown, { missing, predefined }: EscapeOptions): string {
  const environment = stagesOf(context);
  const isMerged = environment.some(({ same }) => same !== undefined && same === predefined);
  let current = predefined && !isMerged ? runPredefined(predefined, value) : value;
  for (const { run, same } of environment) {
    if (predefined && same === predefined) current = runPredefined(predefined, current);
    else current = run === 'script-value' ? escapeScriptValue(current) : run(show(current, missing));
  }
  return show(current, missing).text;
}

const IN_TEXT: Stage = { run: escapeHtmlText, same: 'html' };
const IN_QUOTES: Stage = { run: escapeAttribute, same: 'html' };
const QUERY: Stage = { run: escapeUrl, same: 'urlquery' };
const ADDRESS: Stage = { run: normalizeUrl, same: 'urlquery' };
const NOTHING: Stage = { run: () => '' };

/** Finds the steps that escape a value in a context. */
function stagesOf(context: Context): readonly Stage[] {
  const inner = innerStages(context);
  if (context.delimiter === '') return inner;
  return [...inner, context.delimiter === ' ' ? { run: escapeUnquoted } : IN_QUOTES];
}

/** Steps by context, where they are always the same. In all other contexts a value can only be a name. */
const STAGES: Partial<Readonly<Record<State, readonly Stage[]>>> = {
  text: [IN_TEXT],
  rcdata: [{ run: escapeRcdata, same: 'html' }],
  attribute: [],
  srcset: [{ run: escapeSrcset }],
  js: [{ run: 'script-value' }],
  'js-double': [{ run: escapeScriptString }],
  'js-single': [{ run: escapeScriptString }],
  'js-template': [{ run: escapeTemplateLiteral }],
  'js-regexp': [{ run: escapeRegexp }],
  css: [{ run: filterStyleValue }],
};

/** Escapers of a URL's path. Strings of CSS count as URLs, too. */
const ADDRESSES: Partial<Readonly<Record<State, Stage>>> = {
  url: ADDRESS,
  'css-double': { run: escapeStyleString },
  'css-single': { run: escapeStyleString },
  'css-double-url': ADDRESS,
  'css-single-url': ADDRESS,
  'css-url': ADDRESS,
};

function innerStages({ state, urlPart }: Context): readonly Stage[] {
  if (isComment(state)) return [NOTHING];
  const address = ADDRESSES[state];
  if (!address) return STAGES[state] ?? [{ run: filterName }];
  if (urlPart === 'query') return [QUERY];
  return urlPart === 'start' ? [{ run: filterUrl }, address] : [address];
}
