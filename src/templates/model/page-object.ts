/** `.Page`: a page as templates see it, one row per member. Source of the names: Hugo's page methods. */
import { type MemberRows, readRow } from './members.ts';
import { pageAddresses } from './page-addresses.ts';
import { BasePage } from './page-base.ts';
import { pageDates } from './page-dates.ts';
import { pageFacts } from './page-facts.ts';
import { listMember, listMemberNames } from './page-list.ts';
import { pageMenus } from './page-menus.ts';
import { pagePagers } from './pager.ts';
import { pageRelatives } from './page-relatives.ts';
import { pageTexts } from './page-texts.ts';

/** A page as templates see it. Each page has only one object. */
export class PageObject extends BasePage {
  override memberNames(): readonly string[] {
    return Object.keys(rows);
  }

  override listMember(list: readonly unknown[], name: string): unknown {
    return listMember(
      list.filter((item) => item instanceof PageObject),
      name,
    );
  }

  override listMemberNames(): readonly string[] {
    return listMemberNames;
  }

  protected override read(name: string): unknown {
    return readRow(rows, name, this);
  }
}

const rows: MemberRows<BasePage> = {
  ...pageDates,
  ...pageTexts,
  ...pageFacts,
  ...pageAddresses,
  ...pageRelatives,
  ...pageMenus,
  ...pagePagers,
};
