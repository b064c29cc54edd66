/** Speaker notes of slides and fragments. */

/** Reads notes from the attribute, which are HTML as in reveal.js; `undefined` without any. */
function readAttribute(element: Element): string | undefined {
  return element.getAttribute('data-notes') || undefined;
}

/** Reads the notes that belong to an element: a slide, or a fragment that may contain other fragments. */
function readAsides(owner: Element): string {
  const own = [...owner.querySelectorAll('aside.notes')].filter((aside) => {
    const fragment = aside.closest('.fragment');
    return owner.matches('section') ? fragment === null : fragment === owner;
  });
  return own.map((aside) => aside.innerHTML).join('\n');
}

/** Reads the notes of a slide, without those of its fragments. */
export function readSlideNotes(slide: Element): string {
  return readAsides(slide) || readAttribute(slide) || '';
}

/** Reads the notes of fragments that appear together; empty without any. */
export function readFragmentNotes(fragments: Iterable<Element>): string {
  for (const fragment of fragments) {
    const words = readAsides(fragment) || readAttribute(fragment);
    if (words) return words;
  }
  return '';
}

/** Reads the notes of the current fragment, or else of the slide, as the speaker view does. */
export function readStepNotes(slide: Element): string {
  return readFragmentNotes(slide.querySelectorAll('.current-fragment')) || readSlideNotes(slide);
}
