import type { Problem } from '../../../Kokoro.Host/Page/player/frames.ts';

/** @param detail What is wrong, and the one thing to do; begins small and has no full stop, as the server's problems do. */
export function problem(kind: string, detail: string): Problem {
  return { kind, detail, status: 0 };
}

export const pageUnreadable = problem('page_unreadable', 'this page cannot be read by extensions; select its text, copy it and paste it into the popup');

/** The browser gives a page to the extension when the person asks for it by key, menu or toolbar button, and until another site is gone to. */
export const pageNotGiven = problem('page_not_given', 'the browser has not given this page to the extension yet; click its button in the toolbar, and read from there');
