/** Menu members of a page. */
import { toText } from '../functions/values/conversions.ts';
import { isMap } from '../gotemplate/values.ts';
import type { MemberRows } from './members.ts';
import { MenuEntry } from './menu-entry.ts';
import { readPageMenus } from './menus.ts';
import type { BasePage } from './page-base.ts';

/** Lists all entries of a menu, including nested ones. */
function entriesOf({ site }: BasePage, menu: unknown): readonly MenuEntry[] {
  const menus = site.member('Menus');
  const top = isMap(menus) ? menus[toText(menu)] : undefined;
  const all = (entries: readonly MenuEntry[]): readonly MenuEntry[] =>
    entries.flatMap((entry) => [entry, ...all(entry.children)]);
  return Array.isArray(top) ? all(top.filter((entry) => entry instanceof MenuEntry)) : [];
}

export const pageMenus: MemberRows<BasePage> = {
  Menus: (page) =>
    Object.fromEntries(
      Object.keys(readPageMenus(page.page)).map((menu) => [
        menu,
        entriesOf(page, menu).find((entry) => entry.isOf(page)) ?? null,
      ]),
    ),
  IsMenuCurrent: (page) => (_menu: unknown, entry: unknown) => entry instanceof MenuEntry && entry.isOf(page),
  HasMenuCurrent: (page) => (_menu: unknown, entry: unknown) =>
    entry instanceof MenuEntry && entry.holds(page),
};
