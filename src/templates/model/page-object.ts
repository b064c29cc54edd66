/** `.Page`: what templates see of a page, one row a member. Source of the names: Hugo's page methods. */
import { type MemberRows, readRow } from './members.ts';
import { pageAddresses } from './page-addresses.ts';
import { BasePage } from './page-base.ts';
import { pageDates } from './page-dates.ts';
import { pageFacts } from './page-facts.ts';
import { pageRelatives } from './page-relatives.ts';
import { pageTexts } from './page-texts.ts';

/** A page as templates see it. Two objects of one page are the same object. */
export class PageObject extends BasePage {
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
};
