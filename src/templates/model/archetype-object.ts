/**
 * The dot of an archetype: the facts of a page before it is written. Source of the names: Hugo's `archetypeFileData`.
 */
import { type MemberRows, readRow, RowObject } from './members.ts';
import type { PageObject } from './page-object.ts';

/** The page for which an archetype runs. */
export interface ArchetypeFacts {
  readonly page: PageObject;
  /** `talks` of `archetypes/talks.md`, or the first folder of the page. */
  readonly kind: string;
  readonly now: Date;
}

export class ArchetypeObject extends RowObject {
  readonly typeName = 'create.archetypeFileData';
  readonly #facts: ArchetypeFacts;

  constructor(facts: ArchetypeFacts) {
    super();
    this.#facts = facts;
  }

  override memberNames(): readonly string[] {
    return Object.keys(rows);
  }

  protected override read(name: string): unknown {
    return readRow(rows, name, this.#facts);
  }
}

const rows: MemberRows<ArchetypeFacts> = {
  /** The folder of the page. */
  Name: ({ page }) => page.page.source.path.split('/').at(-2) ?? '',
  Date: ({ now }) => now.toISOString().replace(/\.\d+Z$/, 'Z'),
  Type: ({ kind }) => kind,
  Page: ({ page }) => page,
  Site: ({ page }) => page.site,
  File: ({ page }) => page.member('File'),
};
