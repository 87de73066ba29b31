import { byId } from './dom.ts';
import { ReaderPage } from './reader-page.ts';

await ReaderPage.open();

// Asked for now: the panel opens only in answer to a click, and an answer that comes later is none.
const { id: windowId } = await chrome.windows.getCurrent();
byId('panel').addEventListener('click', () => {
  if (windowId !== undefined) void chrome.sidePanel.open({ windowId }).then(() => close());
});
