/**
 * `{{< slide … >}}`: attributes of the slide that it is on.
 * Source: docs/compatibility.md#slide-attributes and #slide-templates.
 */
import { nearestName } from '../diagnostics.ts';
import type { Attributes, Shortcode, ShortcodeCall, ShortcodeResult } from '../types.ts';
import { sayAt, textOf } from './call.ts';
import { findValue, textPaths, unreadOnTheWay } from './lookup.ts';
import { mergeSlideAttributes, slideAttributes, slideTemplates } from './slide-templates.ts';
import type { ShortcodeTools } from './tools.ts';

export function createSlideShortcode(tools: ShortcodeTools): Shortcode {
  return {
    name: 'slide',
    takesInner: false,
    render(call) {
      const attributes = attributesOf(call, tools);
      const content = textOf(call, 'content');
      return content ? readContent(content, attributes, { call, tools }) : { kind: 'attributes', attributes };
    },
  };
}

/** A parameter without a name is named by its position. */
function attributesOf(call: ShortcodeCall, tools: ShortcodeTools): Attributes {
  const { template, content: _, ...own } = Object.fromEntries(Object.entries(call.params.values));
  const attributes = slideAttributes(own);
  return template === undefined
    ? attributes
    : mergeSlideAttributes(templateOf(String(template), call, tools), attributes);
}

function templateOf(name: string, call: ShortcodeCall, tools: ShortcodeTools): Attributes {
  const templates = slideTemplates(call.page, tools);
  const template = templates[name.toLowerCase()];
  if (template) return { ...slideAttributes(template), 'data-template': name };
  const nearest = nearestName(name, Object.keys(templates));
  sayAt(
    call,
    tools.report,
  )({
    code: 'slide-template-unknown',
    severity: 'warning',
    message: `there is no slide template named "${name}"`,
    hint: nearest
      ? `Did you mean "${nearest}"?`
      : `Write its attributes under [reveal_hugo.templates.${name}].`,
  });
  return {};
}

/** Slides that are kept in a data file, each with the attributes of the call. */
function readContent(
  path: string,
  attributes: Attributes,
  { call, tools }: { readonly call: ShortcodeCall; readonly tools: ShortcodeTools },
): ShortcodeResult {
  const text = findValue(tools.data, path);
  if (typeof text !== 'string') {
    reportMissing(path, call, tools);
    return { kind: 'attributes', attributes };
  }
  const place = tools.placeOfData(path);
  const [first, ...following] = call
    .read(text)
    .slides()
    .map((slide) => ({
      ...slide,
      ...(place && { position: place }),
      attributes: mergeSlideAttributes(attributes, slide.attributes),
    }));
  if (!first) return { kind: 'attributes', attributes };
  return {
    kind: 'attributes',
    attributes: first.attributes,
    html: first.html,
    ...(place && { place }),
    slides: first.slides,
    following,
  };
}

function reportMissing(path: string, call: ShortcodeCall, { data, report }: ShortcodeTools): void {
  const unread = unreadOnTheWay(data, path);
  const nearest = nearestName(path, textPaths(data));
  const say = sayAt(call, report);
  if (unread !== undefined)
    return say({
      code: 'slide-content-missing',
      message: `the text at "${path}" would stand in ${unread}, which can't be read`,
      hint: 'Mend that file.',
    });
  return say({
    code: 'slide-content-missing',
    severity: 'warning',
    message: `the data of the site has no text at "${path}"`,
    hint: nearest ? `Did you mean "${nearest}"?` : `"talk.intro" is the key intro in data/talk.toml.`,
  });
}
