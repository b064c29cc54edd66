/** Pictures of slides, as the browser shows them. */
import type { CDPSession, Page } from 'playwright-core';
import type { ShownStep } from '../walk-slides.ts';
import { whileAlone } from '../while-alone.ts';

/** The format of a picture. */
export type PictureFormat = 'png' | 'jpeg' | 'webp';

/** From 0 to 100; a PNG has none. */
const QUALITY = 90;

/** Takes a picture of the slide that is shown. */
export async function takePicture(
  shown: Pick<ShownStep, 'deckPage' | 'step'>,
  format: PictureFormat,
): Promise<Uint8Array> {
  const { page } = shown.deckPage;
  const session = await sessionOf(page);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const { data } = await whileAlone(shown, () =>
    session.send('Page.captureScreenshot', {
      format,
      clip: { x: 0, y: 0, width, height, scale: 1 },
      ...(format !== 'png' && { quality: QUALITY }),
    }),
  );
  return Buffer.from(data, 'base64');
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/**
 * A session that takes pictures of a page, since Playwright's own can't be WebP. There is one for as long as the page is
 * open: with each picture and each end of a session, the page would get the pixels of an ordinary screen back.
 */
function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? openSession(page);
  sessions.set(page, known);
  return known;
}

async function openSession(page: Page): Promise<CDPSession> {
  const deviceScaleFactor = await page.evaluate(() => window.devicePixelRatio);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const session = await page.context().newCDPSession(page);
  const metrics = { width, height, deviceScaleFactor, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', metrics);
  return session;
}
