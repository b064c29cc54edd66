/** An entry of a menu, as templates see it. */
import { SafeText } from '../gotemplate/values.ts';
import { type MemberRows, readRow, RowObject } from './members.ts';
import type { BasePage } from './page-base.ts';

/** The settings of an entry. */
export interface EntryFacts {
  /** The name of its menu. */
  readonly menu: string;
  readonly name: string;
  readonly title: string;
  readonly identifier: string;
  /** The key of the parent entry; empty at the top level. */
  readonly parent: string;
  readonly url: string;
  /** The URL as written. */
  readonly configuredURL: string;
  readonly pageRef: string;
  readonly page: BasePage | undefined;
  readonly pre: string;
  readonly post: string;
  /** 0 if it is not set. */
  readonly weight: number;
  readonly params: Readonly<Record<string, unknown>>;
}

export class MenuEntry extends RowObject {
  readonly typeName = 'navigation.MenuEntry';
  readonly facts: EntryFacts;
  readonly children: readonly MenuEntry[];

  constructor(facts: EntryFacts, children: readonly MenuEntry[]) {
    super();
    this.facts = facts;
    this.children = children;
  }

  override memberNames(): readonly string[] {
    return Object.keys(rows);
  }

  protected override read(name: string): unknown {
    return readRow(rows, name, this);
  }

  override listMember(list: readonly unknown[], name: string): unknown {
    const entries = list.filter((entry) => entry instanceof MenuEntry);
    return Object.hasOwn(listMembers, name) ? listMembers[name]?.(entries) : undefined;
  }

  override listMemberNames(): readonly string[] {
    return Object.keys(listMembers);
  }

  /** Whether the entry refers to a page. */
  isOf(page: BasePage): boolean {
    return this.facts.page === page;
  }

  /** Whether the entry or one below it refers to an ancestor of a page, or one below it to the page itself. */
  holds(page: BasePage): boolean {
    const { page: own } = this.facts;
    const isAbove = own !== undefined && page.ancestors.includes(own);
    return isAbove || this.children.some((child) => child.isOf(page) || child.holds(page));
  }

  override toString(): string {
    return this.facts.name;
  }
}

/** Sorts by weight, then by name; entries without a weight come last. */
export function sortEntries(entries: readonly MenuEntry[]): readonly MenuEntry[] {
  const weight = ({ facts }: MenuEntry): number => facts.weight || Number.MAX_SAFE_INTEGER;
  return entries.toSorted(
    (a, b) => weight(a) - weight(b) || byName(a, b) || a.facts.identifier.localeCompare(b.facts.identifier),
  );
}

const byName = (a: MenuEntry, b: MenuEntry): number => a.facts.name.localeCompare(b.facts.name);

const listMembers: Readonly<Record<string, (entries: readonly MenuEntry[]) => unknown>> = {
  ByName: (entries) => entries.toSorted(byName),
  ByWeight: (entries) => sortEntries(entries),
  Reverse: (entries) => entries.toReversed(),
  Limit: (entries) => (count: unknown) => entries.slice(0, Number(count)),
};

const rows: MemberRows<MenuEntry> = {
  Name: ({ facts }) => facts.name,
  Title: ({ facts }) => facts.title,
  URL: ({ facts }) => facts.url,
  ConfiguredURL: ({ facts }) => facts.configuredURL,
  Page: ({ facts }) => facts.page,
  PageRef: ({ facts }) => facts.pageRef,
  Identifier: ({ facts }) => facts.identifier,
  KeyName: ({ facts }) => facts.identifier || facts.name,
  Weight: ({ facts }) => facts.weight,
  Menu: ({ facts }) => facts.menu,
  Parent: ({ facts }) => facts.parent,
  Pre: ({ facts }) => new SafeText('html', facts.pre),
  Post: ({ facts }) => new SafeText('html', facts.post),
  Params: ({ facts }) => facts.params,
  Children: ({ children }) => children,
  HasChildren: ({ children }) => children.length > 0,
};
