import type { Settings } from '../shared/settings.ts';

export type Skip = Settings['skip'];

/** What has no text to read, or one that is typed and not written. */
const never =
  'script, style, noscript, template, iframe, frame, object, embed, svg, canvas, video, audio, select, textarea, input, button, datalist, progress, meter, dialog:not([open]), rt, rp, annotation, annotation-xml, [hidden], [aria-hidden="true"], details:not([open]) > :not(summary)';

const navigation =
  'nav, aside, footer, menu, form[role="search"], search, [role="navigation"], [role="complementary"], [role="contentinfo"], [role="banner"], [role="search"], [role="menu"], [role="menubar"], [role="toolbar"], [role="tablist"], [role="dialog"], [role="alertdialog"], .mw-editsection, .mw-jump-link, .noprint, .navbox, .skip-link';

const advertising = /(?:^|[\s_-])(?:ads?|advert|advertisement|sponsored|cookie-?(?:banner|notice|bar|popup|law|consent)|consent|newsletter|breadcrumbs?|share-buttons|social-links)(?=[\s_-]|$)/i;

const code = 'pre, [class*="highlight-source"], .codehilite, .CodeMirror, .cm-editor, .monaco-editor';

const notes = '[role="doc-noteref"], [role="doc-endnotes"], [role="doc-bibliography"], ol.references, .reflist, .mw-references-wrap';

/** A citation's sign: [12], [a], [note 3], [citation needed]. A bare number is one only as a link: "x²" and "m³" are none. */
const sign = /^\s*\[[^\]]{1,30}\]\s*$/;

/** Citations inside a text: "[12]", "[3, 4]", "[5–7]". */
export const citations = /\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]/g;

/** @returns whether the element, and all in it, is no part of what is seen. */
export function isHidden(element: Element, style: CSSStyleDeclaration): boolean {
  return style.display === 'none' || element.matches(never) || isForScreenReaders(style);
}

/** Text cut to nothing, which pages put beside what is seen: "opens in a new window". */
function isForScreenReaders(style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  return /^rect\((?:[01](?:px)?[\s,]*){4}\)$/.test(style.clip) || /^inset\((?:50|100)%/.test(style.clipPath) || (style.width === '1px' && style.height === '1px');
}

/** @returns whether a switch of the settings leaves this element out. */
export function isSkipped(element: Element, style: CSSStyleDeclaration, skip: Skip): boolean {
  if (skip.navigation && isNavigation(element)) return true;
  if (skip.code && (element.matches(code) || (element.localName === 'code' && style.display === 'block'))) return true;
  if (skip.tables && element.localName === 'table' && isDataTable(element)) return true;
  return skip.citations && (element.matches(notes) || isCitation(element));
}

function isNavigation(element: Element): boolean {
  if (element.matches(navigation)) return true;
  if (element.localName === 'header') return element.closest('article, main') === null && element.querySelector('h1') === null;
  return element.matches('div, section, ul, p') && advertising.test(`${element.className} ${element.id}`) && element.querySelector('h1, article, main') === null;
}

/** Tables that only arrange a page are read like the page. */
function isDataTable(table: Element): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none' || table.querySelector('table') !== null) return false;
  if (role !== null || table.querySelector('th, caption, thead') !== null) return true;
  const rows = [...table.querySelectorAll('tr')];
  const cells = [...table.querySelectorAll('td')];
  return rows.length > 1 && cells.length >= 2 * rows.length && cells.every((cell) => (cell.textContent ?? '').length < 200);
}

function isCitation(element: Element): boolean {
  if (element.localName !== 'sup' && element.localName !== 'a') return false;
  const text = element.textContent ?? '';
  if (sign.test(text)) return element.localName === 'sup' || element.getAttribute('href')?.includes('#') === true;
  return element.localName === 'sup' && text.trim().length <= 12 && element.querySelector('a[href*="#"]') !== null;
}
