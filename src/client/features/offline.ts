/** Offline use: once a deck has been opened, a service worker caches the files that it needs. */
import { readSettings } from '../settings.ts';

export function setup(): void {
  const { offlineWorker } = readSettings();
  // Service workers need HTTPS or localhost.
  if (offlineWorker === undefined || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register(offlineWorker).catch((error: unknown) => {
    console.warn(`The deck could not be saved for offline use: ${String(error)}`);
  });
}
