/**
 * `{{< slide … >}}`: attributes of the slide that contains it.
 * Source: docs/compatibility.md#slide-attributes and #slide-templates.
 */
import { nearestName } from '../diagnostics.ts';
import type { Attributes, Shortcode, ShortcodeCall, ShortcodeResult } from '../types.ts';
import { reportAt, getText } from './call.ts';
import { findValue, textPaths, findUnreadableFile } from './find-value.ts';
import { mergeSlideAttributes, createSlideAttributes, findSlideTemplates } from './slide-templates.ts';
import { checkAttributes } from './safe-attributes.ts';
import type { ShortcodeServices } from './services.ts';

export function createSlideShortcode(services: ShortcodeServices): Shortcode {
  return {
    name: 'slide',
    takesInner: false,
    render(call) {
      const attributes = readAttributes(call, services);
      const content = getText(call, 'content');
      return content
        ? readContent(content, attributes, { call, services })
        : { kind: 'attributes', attributes };
    },
  };
}

/** Reads the attributes of a call; a positional parameter has its position as its name. */
function readAttributes(call: ShortcodeCall, services: ShortcodeServices): Attributes {
  const { template, content: _, ...own } = Object.fromEntries(Object.entries(call.params.values));
  const attributes = createSlideAttributes(own);
  const merged =
    template === undefined
      ? attributes
      : mergeSlideAttributes(readSlideTemplate(String(template), call, services), attributes);
  const isUnsafeAllowed = services.config.markup.unsafe !== false;
  return checkAttributes(merged, { report: reportAt(call, services.report), isUnsafeAllowed });
}

function readSlideTemplate(name: string, call: ShortcodeCall, services: ShortcodeServices): Attributes {
  const templates = findSlideTemplates(call.page, services);
  const template = templates[name.toLowerCase()];
  if (template) return { ...createSlideAttributes(template), 'data-template': name };
  const nearest = nearestName(name, Object.keys(templates));
  reportAt(
    call,
    services.report,
  )({
    code: 'slide-template-unknown',
    severity: 'warning',
    message: `there is no slide template named "${name}"`,
    hint: nearest
      ? `Did you mean "${nearest}"?`
      : `Define its attributes under [reveal_hugo.templates.${name}].`,
  });
  return {};
}

/** Reads slides from a data file, each with the attributes of the call. */
function readContent(
  path: string,
  attributes: Attributes,
  { call, services }: { readonly call: ShortcodeCall; readonly services: ShortcodeServices },
): ShortcodeResult {
  const text = findValue(services.data, path);
  if (typeof text !== 'string') {
    reportMissing(path, call, services);
    return { kind: 'attributes', attributes };
  }
  const position = services.findDataPosition(path);
  const [first, ...following] = call
    .read(text)
    .slides()
    .map((slide) => ({
      ...slide,
      ...(position && { position }),
      attributes: mergeSlideAttributes(attributes, slide.attributes),
    }));
  if (!first) return { kind: 'attributes', attributes };
  return {
    kind: 'attributes',
    attributes: first.attributes,
    html: first.html,
    ...(position && { position }),
    slides: first.slides,
    following,
  };
}

function reportMissing(path: string, call: ShortcodeCall, { data, report }: ShortcodeServices): void {
  const unread = findUnreadableFile(data, path);
  const nearest = nearestName(path, textPaths(data));
  const reportFinding = reportAt(call, report);
  if (unread !== undefined)
    return reportFinding({
      code: 'slide-content-missing',
      message: `the text at "${path}" would come from ${unread}, which can't be read`,
      hint: 'Fix that file.',
    });
  return reportFinding({
    code: 'slide-content-missing',
    severity: 'warning',
    message: `the site data has no text at "${path}"`,
    hint: nearest ? `Did you mean "${nearest}"?` : `"talk.intro" is the key intro in data/talk.toml.`,
  });
}
