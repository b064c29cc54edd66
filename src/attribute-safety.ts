/** Names and values of attributes that come from authors: what could run code is found here. */
import { escapeHtml } from './escape-html.ts';

/** What the syntax of HTML allows in the name of an attribute. */
const NAME_RE = /^[^\s"'<>/=\p{Cc}]+$/u;

/** Whether a text is the name of one attribute, and can't end the name or the tag. */
export function isAttributeName(name: string): boolean {
  return NAME_RE.test(name);
}

const RUNNING_RE = /^(?:javascript|vbscript|livescript|mocha|file|data):/i;
const IMAGE_RE = /^data:image\//i;
/** Browsers drop these characters before they read the scheme of an address. */
const IGNORED_RE = /^[\s\p{Cc}]+|[\t\n\r]+/gu;

/** Whether an address runs code, or reads files. Images can't run code, so as an image, one in the address is harmless. */
export function isUnsafeAddress(address: string, use: 'image' | 'link'): boolean {
  const plain = address.replace(IGNORED_RE, '');
  return RUNNING_RE.test(plain) && !(use === 'image' && IMAGE_RE.test(plain));
}

/** What Go's templates write in the place of an address that would run code. */
export const FAILSAFE_ADDRESS = '#ZgotmplZ';

/** Attributes of images. The address in any other attribute may be opened as a page. */
const IMAGE_NAME_RE = /(?:image|background|poster)$/i;

/** An attribute that sites with `unsafe = false` don't write. */
export function isUnsafeAttribute(name: string, value: string): boolean {
  return /^on/i.test(name) || isUnsafeAddress(value, IMAGE_NAME_RE.test(name) ? 'image' : 'link');
}

/** Attributes whose text reveal.js inserts as HTML. */
const HTML_NAME_RE = /^(?:data-notes|srcdoc)$/i;

/** Makes attributes safe for sites with `unsafe = false`: those that run code are left out, and HTML becomes text. */
export function withoutUnsafeAttributes<V>(
  attributes: Readonly<Record<string, V>>,
): Readonly<Record<string, V | string>> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, value]) => !isUnsafeAttribute(name, String(value)))
      .map(([name, value]) => [name, HTML_NAME_RE.test(name) ? escapeHtml(String(value)) : value]),
  );
}
