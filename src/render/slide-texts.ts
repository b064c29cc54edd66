/** What the slides of a deck say, each with the place by which an address leads to it. */
import { decodeHTML } from 'entities';
import { readValues } from './tags.ts';

/** The words of one slide. */
export interface SlideText {
  /** As in `#/h/v`, counted from 0: hidden slides do not count, because reveal.js takes them out. */
  readonly h: number;
  readonly v: number;
  /** Of its first heading; empty where there is none. */
  readonly heading: string;
  /** All other words, notes of the speaker excepted. */
  readonly text: string;
}

/** The words of slides; `sections` are those at the top. */
export function readSlideTexts(sections: readonly string[]): readonly SlideText[] {
  return sections
    .filter((section) => !isHidden(readValues(OPENING_RE.exec(section)?.[0] ?? '')))
    .flatMap((section, h) => readSection(section).map((words, v) => ({ h, v, ...words })));
}

const OPENING_RE = /<section\b(?:"[^"]*"|'[^']*'|[^'">])*>/i;

/** Comments and what holds no words; tags; the words between them. */
const PIECE_RE =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|template)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+|</gi;

/** Words that such a tag stands in go on behind it. */
const INLINE_RE = /^(?:a|abbr|b|code|em|i|kbd|mark|s|small|span|strong|sub|sup|u)$/;

const HEADING_RE = /^h[1-6]$/;

type Values = ReadonlyMap<string, string>;

const isHidden = (values: Values): boolean => values.get('data-visibility') === 'hidden';

/** What is not for readers: words of the speaker, and formulas, which are there once more for those who listen. */
function isPassedOver(name: string, values: Values): boolean {
  const isNote = name === 'aside' && /(?:^|\s)notes(?:\s|$)/.test(values.get('class') ?? '');
  return isNote || name === 'annotation' || values.get('aria-hidden') === 'true';
}

/** Words while they are gathered. */
class Words {
  #heading = '';
  #text = '';
  #state: 'before' | 'in' | 'behind' = 'before';

  add(text: string): void {
    if (this.#state === 'in') this.#heading += text;
    else this.#text += text;
  }

  heading(isClosing: boolean): void {
    if (this.#state === 'before' && !isClosing) this.#state = 'in';
    else if (this.#state === 'in' && isClosing) this.#state = 'behind';
  }

  done(): Pick<SlideText, 'heading' | 'text'> {
    return { heading: plain(this.#heading), text: plain(this.#text) };
  }
}

const plain = (html: string): string => decodeHTML(html).replaceAll(/\s+/g, ' ').trim();

/** The slides of a section: itself, or those of the stack that it is. */
function readSection(html: string): readonly Pick<SlideText, 'heading' | 'text'>[] {
  const own = new Words();
  const children: Words[] = [];
  let [depth, skipped] = [0, 0];
  let skipping: string | undefined;
  for (const [piece, dead, slash = '', tag] of html.matchAll(PIECE_RE)) {
    const name = tag?.toLowerCase();
    const words = (depth > 1 ? children.at(-1) : undefined) ?? own;
    if (dead !== undefined || piece.startsWith('<!--')) continue;
    if (skipping !== undefined) {
      if (name === skipping) skipped += slash === '' ? 1 : -1;
      if (skipped === 0) skipping = undefined;
      if (skipped === 0 && name === 'section') depth--;
      continue;
    }
    if (name === undefined) {
      words.add(piece);
      continue;
    }
    const values = slash === '' ? readValues(piece) : new Map<string, string>();
    if (name === 'section') {
      depth += slash === '' ? 1 : -1;
      if (depth === 2 && slash === '' && !isHidden(values)) children.push(new Words());
    }
    if (slash === '' && (isPassedOver(name, values) || (name === 'section' && depth > 1 && isHidden(values))))
      [skipping, skipped] = [name, 1];
    if (HEADING_RE.test(name)) words.heading(slash !== '');
    words.add(INLINE_RE.test(name) ? '' : ` ${values.get('alt') ?? ''} `);
  }
  return (children.length > 0 ? children : [own]).map((words) => words.done());
}
