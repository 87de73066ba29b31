/** The first right click on a page, before the extension has been in it: reading begins with the sentence under it. */
export default async function fromHere({ open, server, pages }) {
  const reader = await open();
  await reader.pair(server.address);
  const page = await reader.visit(pages.article);
  const place = await page.evaluate(() => {
    const range = new Range();
    const { firstChild } = document.querySelectorAll('article p')[1];
    const start = firstChild.data.indexOf('board');
    range.setStart(firstChild, start);
    range.setEnd(firstChild, start + 5);
    const { x, y, width, height } = range.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  });
  await page.mouse.click(10, 10); // a caret of before
  await page.mouse.click(...place, { button: 'right' });

  // The entry itself is in no page's reach; the toolbar gives the page to the extension as the menu does.
  const popup = await reader.press(page);
  await popup.evaluate(() => void chrome.runtime.sendMessage({ to: 'worker', type: 'read', what: 'from-here' }));
  await page.waitForFunction(() => window.seen.frames.some((frame) => frame.word === 'mended'), null, { polling: 50 });
  const words = await page.evaluate(() => window.seen.frames.flatMap(({ word }) => word || []));
  if (words[0] !== 'He' || words.includes('counted')) throw new Error(`begins with ${words.join(' ')}`);
}
