/** The colours of a theme: text takes them by name, so that it follows a change of the theme. */
import type { Color, Look } from './model.ts';
import { xml } from './xml.ts';

/** The slots of a theme, in the order of the standard. */
export const SLOTS = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
] as const;

type Slot = (typeof SLOTS)[number];

/** The colours of a presentation. */
export interface Palette {
  readonly slots: Readonly<Record<Slot, string>>;
  /** Whether the background is darker than the text: then the names of the master are swapped. */
  readonly isDark: boolean;
  /** The names of colours in slides, by their value. */
  readonly names: ReadonlyMap<string, string>;
}

const ACCENTS = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const;

/** Accents of a deck that has fewer colours than a theme. */
const MORE = ['42AFFA', '13DAEC', 'F2A71B', '8BC34A', 'E7525E', '9B6BDF'];

/** Creates the palette of a deck. */
export function createPalette({ background, text, heading, link, accents }: Look): Palette {
  const isDark = lightness(background.hex) < lightness(text.hex);
  const [dark, light] = isDark ? [background.hex, text.hex] : [text.hex, background.hex];
  const known = new Set([background.hex, text.hex]);
  const own = [link, heading, ...accents].map(({ hex }) => hex).filter((hex) => !known.has(hex));
  const list = [...new Set([...own, ...MORE])];
  const accent = (n: number): string => list[n] ?? link.hex;
  const slots = {
    dk1: dark,
    lt1: light,
    dk2: isDark ? dark : heading.hex,
    lt2: isDark ? heading.hex : light,
    ...(Object.fromEntries(ACCENTS.map((name, n) => [name, accent(n)])) as Record<
      (typeof ACCENTS)[number],
      string
    >),
    hlink: link.hex,
    folHlink: link.hex,
  };
  // The first name of a colour is the one that says most.
  const names = new Map<string, string>();
  const offer = (hex: string, name: string): void => void (names.has(hex) || names.set(hex, name));
  offer(text.hex, 'tx1');
  offer(background.hex, 'bg1');
  offer(heading.hex, isDark ? 'bg2' : 'tx2');
  for (const name of ACCENTS) offer(slots[name], name);
  return { slots, isDark, names };
}

function lightness(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114;
}

/** Writes a colour, by its name in the theme if it has one. */
export function writeColor({ hex, alpha }: Color, palette: Palette): string {
  const opacity = alpha < 1 ? [xml('a:alpha', { val: Math.round(alpha * 100_000) })] : [];
  const name = palette.names.get(hex);
  return name === undefined
    ? xml('a:srgbClr', { val: hex }, opacity)
    : xml('a:schemeClr', { val: name }, opacity);
}

/** Writes a fill of one colour. */
export const writeFill = (color: Color | undefined, palette: Palette): string =>
  color && color.alpha > 0 ? xml('a:solidFill', {}, [writeColor(color, palette)]) : xml('a:noFill');
