/** The look of diagrams in themes that set `--deck-diagram-text`: the colours and the font of the deck. */
import type { MermaidConfig } from 'mermaid';
import { diagramColours } from './diagram-colours.ts';

/** The size of mermaid's text, in which it lays diagrams out. */
const TEXT_SIZE = 16;

/** How a diagram is drawn in the look of the deck. */
export interface DiagramLook {
  readonly config: MermaidConfig;
  /** By how much the drawing is enlarged: its text is a little smaller than that of the slide. */
  readonly scale: number;
}

/** Reads the look of the slide that an element is on; `undefined` if the theme leaves diagrams to mermaid. */
export function readDiagramLook(element: HTMLElement, isDark: boolean): DiagramLook | undefined {
  const style = getComputedStyle(element);
  const share = Number.parseFloat(style.getPropertyValue('--deck-diagram-text'));
  if (!(share > 0)) return undefined;
  const themeVariables = {
    darkMode: isDark,
    fontFamily: style.fontFamily,
    fontSize: `${TEXT_SIZE}px`,
    ...diagramColours(style, backgroundOf(element)),
  };
  return {
    config: {
      theme: 'base',
      themeVariables,
      themeCSS: STROKES,
      fontFamily: style.fontFamily,
      flowchart: { nodeSpacing: 36, rankSpacing: 44 },
      state: { nodeSpacing: 36, rankSpacing: 36 },
      // Its text is half as large by default, and its width is that of the page.
      gantt: {
        fontSize: 15,
        sectionFontSize: 15,
        barHeight: 28,
        barGap: 8,
        leftPadding: 120,
        useWidth: 800,
        axisFormat: '%e %b',
      },
    },
    scale: (Number.parseFloat(style.fontSize) * share) / TEXT_SIZE,
  };
}

/** Lines that can be seen from the last row, and corners as round as those of the deck. */
const STROKES = `
.node rect, .node circle, .node ellipse, .node polygon, .node path, rect.actor { stroke-width: 1.5px; }
.node rect.basic, rect.actor, .cluster rect { rx: 4px; ry: 4px; }
.flowchart-link, .messageLine0, .messageLine1, .transition, .relation { stroke-width: 1.75px; }
.pieCircle, .pieOuterCircle { stroke-width: 1.5px; opacity: 1; }
.eventWrapper { filter: none; }
.grid .tick text { font-size: 13px; }
.commit-label-bkg { opacity: 1; }
.grid .tick line { stroke-width: 1px; opacity: 0.6; }
`;

/** Waits for the stylesheets and the font of the deck: mermaid measures text. */
export async function untilTextIsMeasurable(element: HTMLElement): Promise<void> {
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel~=stylesheet]')].filter(
    (link) => !link.sheet && !link.disabled,
  );
  await Promise.all(
    sheets.map(
      (link) =>
        new Promise((resolve) => {
          for (const event of ['load', 'error']) link.addEventListener(event, resolve, { once: true });
        }),
    ),
  );
  const { fontFamily } = getComputedStyle(element);
  // A font that can't be loaded is replaced by the next one of the list.
  for (const weight of ['400', '600'])
    await document.fonts.load(`${weight} 1em ${fontFamily}`, element.textContent ?? '').catch(() => []);
}

/** Gives a drawing the size that its text asks for, and lets it shrink with the room that it has. */
export function fitDiagram(svg: SVGSVGElement, scale: number): void {
  const { width } = svg.viewBox.baseVal;
  if (!(width > 0)) return;
  svg.removeAttribute('height');
  svg.setAttribute('width', '100%');
  svg.style.maxWidth = `${Math.ceil(width * scale)}px`;
}

/** The colour that a slide sets for its background. */
const backgroundOf = (element: HTMLElement): string =>
  element.closest<HTMLElement>('[data-background-color]')?.dataset['backgroundColor'] ?? '';
