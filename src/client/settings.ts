/** The settings of a page, which stand in it as JSON. */
import { type DeckSettings, SETTINGS_ID } from './protocol.ts';

/** What the page says; no options and no features where its layout leaves the settings out. */
export function readSettings(): DeckSettings {
  const text = document.getElementById(SETTINGS_ID)?.textContent;
  return text ? (JSON.parse(text) as DeckSettings) : { options: {}, features: [] };
}
