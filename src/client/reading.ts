/** The reading view of phones, for what differs in it. */

/** The class of a page while it is read. */
export const READ_CLASS = 'deck-read';

/** Whether the page is read at the moment, on a phone held upright. */
export const isRead = (): boolean => document.documentElement.classList.contains(READ_CLASS);
