/** `{{< figure src="…" >}}`: an image with its caption. Source: Hugo's shortcode of that name. */
import { readHtml } from '../html.ts';
import type { Shortcode, ShortcodeCall } from '../types.ts';
import { getText, reportAt } from './call.ts';
import { escapeHtml } from '../escape-html.ts';
import { openTag, writeElement } from './element.ts';
import { checkAddress } from './safe-attributes.ts';
import type { ShortcodeServices } from './services.ts';

export function createFigureShortcode({ report }: ShortcodeServices): Shortcode {
  return {
    name: 'figure',
    takesInner: false,
    render(call) {
      const readAddress: ReadAddress = (name, use, position) =>
        checkAddress(getText(call, name, position), use, reportAt(call, report));
      const image = withLink(call, writeImage(call, readAddress), readAddress);
      const html = `${image}${writeCaption(call, readAddress)}\n`;
      return { kind: 'html', html: writeElement('figure', { class: getText(call, 'class') }, html) };
    },
  };
}

/** Reads an address, and replaces one that would run code. */
type ReadAddress = (name: string, use: 'image' | 'link', position?: number) => string;

/** Writes the image. Its address stays as written, so that browsers find files next to the page. */
function writeImage(call: ShortcodeCall, readAddress: ReadAddress): string {
  const read = (name: string): string => getText(call, name);
  const alt = read('alt') || plainText(call.read(read('caption')).inline());
  return openTag('img', {
    src: readAddress('src', 'image', 0),
    alt,
    width: read('width'),
    height: read('height'),
    loading: read('loading'),
  });
}

function withLink(call: ShortcodeCall, image: string, readAddress: ReadAddress): string {
  const href = readAddress('link', 'link');
  if (!href) return image;
  return writeElement('a', { href, target: getText(call, 'target'), rel: getText(call, 'rel') }, image);
}

/** Writes the caption. As in Hugo, caption and source are Markdown, and the title is not. */
function writeCaption(call: ShortcodeCall, readAddress: ReadAddress): string {
  const [title = '', caption = '', source = ''] = ['title', 'caption', 'attr'].map((name) =>
    getText(call, name),
  );
  const address = readAddress('attrlink', 'link');
  const heading = title && `<h4>${escapeHtml(title)}</h4>`;
  const credit = source && call.read(source).inline();
  const words = [
    caption && call.read(caption).inline(),
    credit && address ? writeElement('a', { href: address }, credit) : credit,
  ].filter(Boolean);
  const text = words.length > 0 ? `<p>${words.join('\n')}</p>` : '';
  return heading || text ? `<figcaption>${heading}${text}</figcaption>` : '';
}

/** Reads the text of HTML without its tags. */
function plainText(html: string): string {
  const words = readHtml(html).map((token) => (token.kind === 'text' ? token.text : ''));
  return words.join('').trim();
}
