/** The deck without a network: a worker beside the site keeps what it needs, once it has been opened. */
import { readSettings } from '../settings.ts';

export function setup(): void {
  const { offlineWorker } = readSettings();
  // Opened from a folder, or from a host without encryption, there are no workers.
  if (offlineWorker === undefined || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register(offlineWorker).catch((error: unknown) => {
    console.warn(`The deck can't be kept for offline use: ${String(error)}`);
  });
}
