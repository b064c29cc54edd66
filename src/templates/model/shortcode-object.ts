/** The dot of a shortcode's template. */
import type { ShortcodeCall } from '../../types.ts';
import { SafeText } from '../gotemplate/values.ts';
import { type MemberRows, readRow, RowObject } from './members.ts';
import type { PageObject } from './page-object.ts';
import { PositionObject } from './position-object.ts';
import { Store } from './store.ts';

/** Stores of shortcode templates by call; inner shortcodes may write to the store of their parent. */
export type ShortcodeStores = WeakMap<ShortcodeCall, Store>;

/** A shortcode call, as its template sees it. */
export class ShortcodeObject extends RowObject {
  readonly typeName = 'hugolib.ShortcodeWithPage';
  readonly call: ShortcodeCall;
  readonly page: PageObject;
  readonly parent: ShortcodeObject | undefined;
  readonly store: Store;
  readonly inner: string;

  /** Creates the dot; `inner` is the inner text, raw or rendered as the template needs it. */
  constructor(call: ShortcodeCall, page: PageObject, inner: string, stores: ShortcodeStores) {
    super();
    this.call = call;
    this.page = page;
    this.parent = call.parent && new ShortcodeObject(call.parent, page, '', stores);
    this.store = stores.get(call) ?? new Store();
    stores.set(call, this.store);
    this.inner = inner;
  }

  override memberNames(): readonly string[] {
    return Object.keys(rows);
  }

  protected override read(name: string): unknown {
    return readRow(rows, name, this);
  }

  /**
   * Implements `.Get`: nil without params, empty after the last position, nil for a name among positions and vice
   * versa.
   */
  get(key: unknown): unknown {
    const { params } = this.call;
    if (params.kind === 'positional') {
      if (typeof key !== 'number') return null;
      return params.values.length === 0 ? null : (params.values[key] ?? '');
    }
    if (typeof key === 'number') return null;
    return Object.hasOwn(params.values, String(key)) ? params.values[String(key)] : '';
  }
}

const rows: MemberRows<ShortcodeObject> = {
  Get: (object) => (key: unknown) => object.get(key) ?? null,
  Params: ({ call }) => (Object.keys(call.params.values).length === 0 ? null : call.params.values),
  IsNamedParams: ({ call }) => call.params.kind === 'named',
  Inner: ({ inner }) => new SafeText('html', inner),
  InnerDeindent: ({ call }) => new SafeText('html', call.inner.deindented()),
  Name: ({ call }) => call.name,
  Ordinal: ({ call }) => call.ordinal,
  Parent: ({ parent }) => parent,
  Position: ({ call, page }) =>
    new PositionObject({ path: call.position.file, text: page.page.source.text }, call.position.offset),
  Page: ({ page }) => page,
  Site: ({ page }) => page.site,
  Scratch: ({ store }) => store,
  Store: ({ store }) => store,
  Ref: ({ page }) => page.member('Ref'),
  RelRef: ({ page }) => page.member('RelRef'),
};
