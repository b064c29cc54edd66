/** `.OutputFormats` of a page: pages are only written as HTML. */
import { toText } from '../functions/values/conversions.ts';
import { findMediaType } from '../functions/resources/media-types.ts';
import { GoObject } from '../gotemplate/values.ts';
import type { BasePage } from './page-base.ts';

export class OutputFormats extends GoObject {
  readonly typeName = 'page.OutputFormats';
  readonly #html: Readonly<Record<string, unknown>>;

  constructor(page: BasePage) {
    super();
    this.#html = {
      Name: 'html',
      Rel: 'canonical',
      MediaType: findMediaType('index.html'),
      Permalink: page.member('Permalink'),
      RelPermalink: page.member('RelPermalink'),
    };
  }

  override entries(): Iterable<readonly [unknown, unknown]> {
    return [this.#html].entries();
  }

  member(name: string): unknown {
    if (name === 'Canonical') return () => this.#html;
    if (name === 'Get')
      return (format: unknown) => (toText(format).toLowerCase() === 'html' ? this.#html : null);
    return undefined;
  }

  override memberNames(): readonly string[] {
    return ['Get', 'Canonical'];
  }
}
