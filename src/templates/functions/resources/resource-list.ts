/** Lists of resources: `.Resources` of a page, and the results of `resources.Match` and `resources.ByType`. */
import path from 'node:path';
import { createGlob } from '../../../globs.ts';
import { GoObject } from '../../gotemplate/values.ts';

export class ResourceList extends GoObject {
  readonly typeName = 'resource.Resources';
  readonly #resources: readonly GoObject[];

  constructor(resources: readonly GoObject[]) {
    super();
    this.#resources = resources;
  }

  /** Lists the files of a page in Hugo's order. */
  static ofBundle(resources: readonly GoObject[]): ResourceList {
    const sorted: GoObject[] = [];
    // Hugo compares either types or names, which is no total order: the result depends on the sorting algorithm.
    for (const resource of resources) {
      const after = sorted.findLastIndex((other) => !isBefore(resource, other));
      sorted.splice(after + 1, 0, resource);
    }
    return new ResourceList(sorted);
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

  /** The first resource, or a nil. */
  get first(): GoObject | null {
    return this.#resources[0] ?? null;
  }

  readonly #methods: Readonly<Record<string, (value: unknown, second: unknown) => unknown>> = {
    Get: (name) => this.named(name).first,
    GetMatch: (pattern) => this.#matching(pattern).first,
    Match: (pattern) => this.#matching(pattern),
    ByType: (type) => this.#filter((resource) => resource.member('ResourceType') === type),
    ByName: (name) => this.named(name),
    Mount: (base, target) => new MountedResources(this, String(base), String(target)),
  };

  /** Finds the resources with a name. */
  named(name: unknown): ResourceList {
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

/** `.Resources.Mount "icons" "/i"`: the resources of a folder, as if they were in another one. */
class MountedResources extends GoObject {
  readonly typeName = 'resource.ResourceGetter';
  readonly #resources: ResourceList;
  readonly #base: string;
  readonly #target: string;

  constructor(resources: ResourceList, base: string, target: string) {
    super();
    this.#resources = resources;
    this.#base = base;
    this.#target = target;
  }

  member(name: string): unknown {
    return name === 'Get' ? (key: unknown) => this.#find(String(key)) : undefined;
  }

  override memberNames(): readonly string[] {
    return ['Get'];
  }

  #find(key: string): GoObject | null {
    const isBelow = this.#target !== '.' && key.startsWith(`${this.#target}/`);
    const rest = isBelow ? key.slice(this.#target.length) : key;
    if (rest.startsWith('/') && !isBelow) return null;
    return this.#resources.named(path.posix.join(this.#base, rest)).first;
  }
}

/** Whether Hugo sorts one resource before another: pages follow files, and keep the order of pages. */
function isBefore(a: GoObject, b: GoObject): boolean {
  const [type, otherType] = [a, b].map((one) => String(one.member('ResourceType')));
  if (type === 'page' || otherType === 'page') return type !== 'page';
  return String(type) < String(otherType) || String(a.member('Name')) < String(b.member('Name'));
}

const plainName = (name: unknown): string => String(name).replace(/^\.?\//, '');

/** Reads the name for comparison. Names of assets start with a slash, and are also found without it. */
const nameOf = (resource: GoObject): string => plainName(resource.member('Name')).toLowerCase();

/** Creates a matcher. Hugo's globs are case-insensitive, `*` stops at slashes, and an empty one matches nothing. */
function createMatcher(pattern: string): (name: string) => boolean {
  const plain = plainName(pattern).toLowerCase();
  return plain === '' ? () => false : createGlob(plain);
}
