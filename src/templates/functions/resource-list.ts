/** Lists of resources: `.Resources` of a page, and what `resources.Match` and `resources.ByType` find. */
import picomatch from 'picomatch';
import { GoObject } from '../gotemplate/values.ts';

export class ResourceList extends GoObject {
  readonly typeName = 'resource.Resources';
  readonly #resources: readonly GoObject[];

  constructor(resources: readonly GoObject[]) {
    super();
    this.#resources = resources;
  }

  override entries(): Iterable<readonly [unknown, unknown]> {
    return this.#resources.entries();
  }

  override get isTrue(): boolean {
    return this.#resources.length > 0;
  }

  override member(name: string): unknown {
    return Object.hasOwn(this.#methods, name) ? this.#methods[name] : undefined;
  }

  override memberNames(): readonly string[] {
    return Object.keys(this.#methods);
  }

  override toString(): string {
    return `[${this.#resources.map(String).join(' ')}]`;
  }

  /** The first one, or a nil. */
  get first(): GoObject | null {
    return this.#resources[0] ?? null;
  }

  readonly #methods: Readonly<Record<string, (value: unknown) => unknown>> = {
    Get: (name) => this.#named(name).first,
    GetMatch: (pattern) => this.#matching(pattern).first,
    Match: (pattern) => this.#matching(pattern),
    ByType: (type) => this.#filter((resource) => resource.member('ResourceType') === type),
    ByName: (name) => this.#named(name),
  };

  #named(name: unknown): ResourceList {
    const wanted = plainName(name).toLowerCase();
    return this.#filter((resource) => nameOf(resource) === wanted);
  }

  #matching(pattern: unknown): ResourceList {
    const isWanted = createMatcher(String(pattern));
    return this.#filter((resource) => isWanted(nameOf(resource)));
  }

  #filter(isWanted: (resource: GoObject) => boolean): ResourceList {
    return new ResourceList(this.#resources.filter(isWanted));
  }
}

const plainName = (name: unknown): string => String(name).replace(/^\.?\//, '');

/** Names of assets have a slash in front, and are found without it too. */
const nameOf = (resource: GoObject): string => plainName(resource.member('Name')).toLowerCase();

/** Hugo's globs match without regard to case, `*` stops at slashes, and an empty one matches nothing. */
function createMatcher(pattern: string): (name: string) => boolean {
  const plain = plainName(pattern).toLowerCase();
  return plain === '' ? () => false : picomatch(plain);
}
