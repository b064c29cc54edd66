/**
 * Slides that follow one another with the same video as their background: reveal.js lets it play on, and so the flags
 * of the slide that began it count for all of them (hakimel/reveal.js #3705). Each slide has its own here.
 */
import type { RevealApi } from 'reveal.js';

export function setup(deck: RevealApi): void {
  const setFlags = (): void => {
    const slide = deck.getCurrentSlide();
    const video = slide && deck.getSlideBackground(slide)?.querySelector('video');
    if (!video) return;
    video.loop = slide.hasAttribute('data-background-video-loop');
    // What the browser does not let speak stays silent until the reader asks for it.
    if (!video.hasAttribute('data-muted-by-reveal'))
      video.muted = slide.hasAttribute('data-background-video-muted') || deck.isSpeakerNotes();
    // The end may have come while the video was to be played once.
    if (video.loop && video.ended) void video.play().catch(() => undefined);
  };
  setFlags();
  // reveal.js moves the video behind this event.
  deck.on('slidechanged', () => queueMicrotask(setFlags));
}
