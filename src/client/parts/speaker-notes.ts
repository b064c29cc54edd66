/** The words for the speaker: those of a slide, and those of a step of it. */

/** Words in an attribute count as HTML, as they do with reveal.js; `undefined` where there are none. */
function readAttribute(element: Element): string | undefined {
  return element.getAttribute('data-notes') || undefined;
}

/** Words in the notes that belong to an element: a slide, or a fragment with others in it. */
function readAsides(owner: Element): string {
  const own = [...owner.querySelectorAll('aside.notes')].filter((aside) => {
    const fragment = aside.closest('.fragment');
    return owner.matches('section') ? fragment === null : fragment === owner;
  });
  return own.map((aside) => aside.innerHTML).join('\n');
}

/** The words of a slide, whatever its step. */
export function notesOfSlide(slide: Element): string {
  return readAsides(slide) || readAttribute(slide) || '';
}

/** The words of fragments that come together; empty where there are none. */
export function notesOfFragments(fragments: Iterable<Element>): string {
  for (const fragment of fragments) {
    const words = readAsides(fragment) || readAttribute(fragment);
    if (words) return words;
  }
  return '';
}

/** The words of the step that is shown, or of the slide where the step has none: as in the speaker view. */
export function notesOfStep(slide: Element): string {
  return notesOfFragments(slide.querySelectorAll('.current-fragment')) || notesOfSlide(slide);
}
