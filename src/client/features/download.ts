/** The PDF that is published with the deck, downloaded with `D`. */
import type { RevealApi } from 'reveal.js';

const KEY_D = 68;

export function setup(deck: RevealApi): void {
  const { href, title } =
    document.querySelector<HTMLLinkElement>('link[rel=alternate][type="application/pdf"]') ?? {};
  // A build without a browser publishes none.
  if (!href) return;
  deck.addKeyBinding({ keyCode: KEY_D, key: 'D', description: 'Download the slides as PDF' }, () => {
    const link = document.createElement('a');
    Object.assign(link, { href, download: '', title });
    link.click();
  });
}
