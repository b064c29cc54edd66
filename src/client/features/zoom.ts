/** reveal.js's zoom on Alt+click, loaded on first use. */
import type { RevealApi, RevealPlugin } from 'reveal.js';
import { addPlugin } from '../features.ts';

export function setup(deck: RevealApi): void {
  addPlugin(deck, { id: 'zoom', init: waitForClick });
}

function waitForClick(deck: RevealApi): void {
  const slides = deck.getRevealElement();
  const enlarge = async (event: MouseEvent): Promise<void> => {
    if (!event[zoomKey(deck)] || deck.isOverview()) return;
    event.preventDefault();
    slides?.removeEventListener('mousedown', listen);
    const { default: createZoom } = await import('reveal.js/plugin/zoom');
    const zoom: RevealPlugin = createZoom();
    await zoom.init?.(deck);
    // Repeats the click that loaded the plugin.
    event.target?.dispatchEvent(new MouseEvent('mousedown', event));
  };
  const listen = (event: MouseEvent): void => void enlarge(event);
  slides?.addEventListener('mousedown', listen);
}

/** The modifier key that the plugin expects: on Linux, Alt with the mouse moves windows. */
function zoomKey(deck: RevealApi): 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' {
  const { zoomKey: wanted } = deck.getConfig() as { zoomKey?: 'alt' | 'ctrl' | 'meta' | 'shift' };
  return `${wanted ?? (navigator.platform.includes('Linux') ? 'ctrl' : 'alt')}Key`;
}
