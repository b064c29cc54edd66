/** `.OutputFormats` of a page: HTML, or the slides of reveal-hugo. Other formats are not written. */
import { toText } from '../functions/values/conversions.ts';
import { findMediaType } from '../functions/resources/media-types.ts';
import { GoObject } from '../gotemplate/values.ts';
import type { BasePage } from './page-base.ts';

type Format = Readonly<Record<string, unknown>>;

/** The formats that are written, by their names in lower case. */
const WRITTEN = ['html', 'reveal'];

export class OutputFormats extends GoObject {
  readonly typeName = 'page.OutputFormats';
  readonly #formats: readonly Format[];

  constructor(object: BasePage) {
    super();
    const { page, site } = object;
    const wanted = page.outputs ?? site.config.outputs[page.kind] ?? [];
    const names = WRITTEN.filter((name) => wanted.includes(name));
    this.#formats = (names.length > 0 ? names : ['html']).map((name) => ({
      Name: name,
      Rel: 'canonical',
      MediaType: findMediaType('index.html'),
      Permalink: object.member('Permalink'),
      RelPermalink: object.member('RelPermalink'),
    }));
  }

  override entries(): Iterable<readonly [unknown, unknown]> {
    return this.#formats.entries();
  }

  member(name: string): unknown {
    if (name === 'Canonical') return () => this.#formats[0];
    if (name === 'Get')
      return (wanted: unknown) =>
        this.#formats.find(({ Name }) => Name === toText(wanted).toLowerCase()) ?? null;
    return undefined;
  }

  override memberNames(): readonly string[] {
    return ['Get', 'Canonical'];
  }
}
