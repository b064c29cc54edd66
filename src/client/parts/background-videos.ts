/**
 * Flags of a background video that consecutive slides share: reveal.js keeps it playing, so the flags of the first
 * slide apply to all of them (hakimel/reveal.js #3705). Here each slide has its own.
 */
import type { RevealApi } from 'reveal.js';

export function setup(deck: RevealApi): void {
  const setFlags = (): void => {
    const slide = deck.getCurrentSlide();
    const video = slide && deck.getSlideBackground(slide)?.querySelector('video');
    if (!video) return;
    video.loop = slide.hasAttribute('data-background-video-loop');
    // If the browser blocks sound, the video stays muted until the reader unmutes it.
    if (!video.hasAttribute('data-muted-by-reveal'))
      video.muted = slide.hasAttribute('data-background-video-muted') || deck.isSpeakerNotes();
    // The video may have ended on a slide without the loop flag.
    if (video.loop && video.ended) void video.play().catch(() => undefined);
  };
  setFlags();
  // reveal.js moves the video after this event.
  deck.on('slidechanged', () => queueMicrotask(setFlags));
}
