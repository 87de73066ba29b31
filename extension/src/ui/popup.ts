import { byId } from './dom.ts';
import { ReaderPage } from './reader-page.ts';

const { link } = await ReaderPage.open();

// What one most likely wants has the focus, Pause or Read this page or the card's button, until somebody has gone elsewhere.
let isTouched = false;
for (const type of ['keydown', 'pointerdown'] as const) {
  addEventListener(
    type,
    () => {
      isTouched = true;
    },
    { once: true },
  );
}
const focusMain = (): void => {
  if (!isTouched) document.querySelector<HTMLButtonElement>('button.main:enabled')?.focus();
};
link.follow(focusMain);
new MutationObserver(focusMain).observe(byId('card'), { childList: true });

// Asked for now: the panel opens only in answer to a click, and an answer that comes later is none.
const { id: windowId } = await chrome.windows.getCurrent();
byId('panel').addEventListener('click', () => {
  if (windowId !== undefined) void chrome.sidePanel.open({ windowId }).then(() => close());
});
