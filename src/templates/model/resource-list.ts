/** `.Resources`: the files of a page. */
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

  readonly #methods: Readonly<Record<string, (value: unknown) => unknown>> = {
    Get: (name) => this.#find((own) => own === plainName(name).toLowerCase()) ?? null,
    GetMatch: (pattern) => this.#find(matcher(pattern)) ?? null,
    Match: (pattern) => this.#filter(matcher(pattern)),
    ByType: (type) => this.#resources.filter((resource) => resource.member('ResourceType') === type),
    ByName: (name) => this.#filter((own) => own === plainName(name).toLowerCase()),
  };

  #find(isWanted: (name: string) => boolean): GoObject | undefined {
    return this.#filter(isWanted)[0];
  }

  #filter(isWanted: (name: string) => boolean): readonly GoObject[] {
    return this.#resources.filter((resource) => isWanted(String(resource.member('Name')).toLowerCase()));
  }
}

const plainName = (name: unknown): string => String(name).replace(/^\.?\//, '');

/** Hugo's globs match without regard to case, and `*` stops at slashes. */
function matcher(pattern: unknown): (name: string) => boolean {
  return picomatch(plainName(pattern).toLowerCase());
}
