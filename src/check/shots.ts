/** Pictures of findings: the slide at its step, with the place outlined. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OpenBrowser } from '../browser/open-browser.ts';
import { type DeckPage, openDeck } from '../browser/open-deck.ts';
import type { PlacedFinding } from './findings.ts';
import type { Viewport } from './check-finding.ts';
import type { Box, CheckedDeck } from './types.ts';

/** Where pictures are taken. */
export interface ShotRun {
  readonly browser: OpenBrowser;
  /** The URL of the site. */
  readonly url: string;
  readonly viewports: readonly Viewport[];
  /** The folder to write to; it is created. */
  readonly folder: string;
}

/** Takes a picture of each finding of a deck that is on a slide, and adds its path to the finding. */
export async function takeShots(
  deck: CheckedDeck,
  findings: readonly PlacedFinding[],
  run: ShotRun,
): Promise<readonly PlacedFinding[]> {
  mkdirSync(run.folder, { recursive: true });
  const shots = new Map<PlacedFinding, string>();
  for (const viewport of run.viewports) {
    const size = `${viewport.width}x${viewport.height}`;
    const wanted = findings.filter((finding) => finding.viewport === size && finding.slide !== '');
    if (wanted.length === 0) continue;
    const page = await openDeck(run.browser, { url: run.url + deck.address, name: deck.name, viewport });
    try {
      for (const [index, finding] of wanted.entries()) {
        const file = path.join(run.folder, fileName(finding, index + 1));
        writeFileSync(file, await takeShot(page, deck, finding));
        shots.set(finding, file);
      }
    } finally {
      await page.close();
    }
  }
  return findings.map((finding) => {
    const shot = shots.get(finding);
    return shot === undefined ? finding : { ...finding, shot };
  });
}

/** `talks-boats-slide-3.2-step-2-overflow-1280x720-4.png` */
function fileName({ deck, slide, step, code, viewport }: PlacedFinding, number: number): string {
  const name = deck.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  return (
    [...(name === '' ? [] : [name]), 'slide', slide, 'step', step, code, viewport, number].join('-') + '.png'
  );
}

async function takeShot(page: DeckPage, deck: CheckedDeck, finding: PlacedFinding): Promise<Uint8Array> {
  const slide = deck.slides.find(({ number }) => number === finding.slide);
  const at = finding.measured?.at ?? { h: slide?.h ?? 0, v: slide?.v ?? 0, step: 0 };
  await page.show(at);
  await page.run(at, outline, finding.measured?.measure.place.box ?? null);
  return page.page.screenshot({ type: 'png' });
}

/** Outlines a part of the window, and removes the previous outline. Runs in the page. */
function outline(box: Box | null): void {
  const id = 'deck-check-outline';
  document.getElementById(id)?.remove();
  if (!box) return;
  const frame = document.createElement('div');
  frame.id = id;
  // What is outside of the window is outlined at its edge.
  const edge = 3;
  const left = Math.min(Math.max(box.left - edge, 0), window.innerWidth - 12);
  const top = Math.min(Math.max(box.top - edge, 0), window.innerHeight - 12);
  const right = Math.max(Math.min(box.left + box.width + edge, window.innerWidth), left + 12);
  const bottom = Math.max(Math.min(box.top + box.height + edge, window.innerHeight), top + 12);
  Object.assign(frame.style, {
    position: 'fixed',
    zIndex: '2147483647',
    boxSizing: 'border-box',
    left: `${left}px`,
    top: `${top}px`,
    width: `${right - left}px`,
    height: `${bottom - top}px`,
    border: '3px solid #e6007e',
    outline: '2px solid #fff',
    pointerEvents: 'none',
  });
  document.body.append(frame);
}
