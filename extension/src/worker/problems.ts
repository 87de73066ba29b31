import { problem } from '../shared/problem.ts';

export const pageUnreadable = problem('page_unreadable', 'this page cannot be read by extensions; select its text, copy it and paste it into the popup');

/** The browser gives a page to the extension when the person asks for it by key, menu or toolbar button, and until another site is gone to. */
export const pageNotGiven = problem('page_not_given', 'the browser has not given this page to the extension yet; click its button in the toolbar, and read from there');
