/** `hugo.Version`, compared part by part: 0.169.0 comes after 0.93. */
import { GoObject } from '../../gotemplate/values.ts';
import { readText } from '../values/conversions.ts';

export class GoVersion extends GoObject {
  readonly typeName = 'version.VersionString';
  readonly #text: string;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  member(name: string): unknown {
    if (name === 'String') return () => this.#text;
    return name === 'Compare' ? (other: unknown): number => -this.compareTo(other) : undefined;
  }

  override toString(): string {
    return this.#text;
  }

  /**
   * Compares with a version: negative if this one comes first. Missing parts are 0, and invalid versions come before
   * all others.
   */
  compareTo(other: unknown): number {
    const [own, others] = [partsOf(this.#text), partsOf(readText(other) ?? '')];
    const at = own.findIndex((part, n) => part !== others[n]);
    return at < 0 ? 0 : (own[at] ?? 0) - (others[at] ?? 0);
  }
}

function partsOf(version: string): readonly number[] {
  const [, major, minor, patch] = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version) ?? [];
  return [Number(major ?? 0), Number(minor ?? 0), Number(patch ?? 0)];
}
