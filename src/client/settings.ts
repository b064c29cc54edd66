/** The settings of a page, embedded as JSON. */
import { type DeckSettings, SETTINGS_ID } from './protocol.ts';

/** Reads the settings of the page; no options and no features if its layout omits the settings. */
export function readSettings(): DeckSettings {
  const text = document.getElementById(SETTINGS_ID)?.textContent;
  return text ? (JSON.parse(text) as DeckSettings) : { options: {}, features: [] };
}
