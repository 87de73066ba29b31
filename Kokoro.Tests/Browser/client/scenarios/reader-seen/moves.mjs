/** Pause, speed, back and forward, and a click on a sentence, while the article is read. */
export default async function moves({ open, server, pages }) {
  const reader = await open();
  await reader.pair(server.address);
  const player = await reader.player();
  const page = await reader.visit(pages.article);
  await reader.read(page);
  const panel = await reader.page('panel.html');
  await page.bringToFront();
  const isLit = (...words) => page.waitForFunction((any) => any.includes(window.lit()), words, { polling: 'raf' });
  // By script, since a page that is not in front draws nothing and Playwright waits for it to be still.
  const press = (name) => panel.evaluate((wanted) => [...document.querySelectorAll('button')].find((each) => [each.textContent.trim(), each.ariaLabel].includes(wanted)).click(), name);

  await isLit('keeper', 'climbed');
  await press('Pause');
  await panel.getByRole('button', { name: 'Go on', exact: true }).waitFor();
  const look = async () => [await player.now(), await page.evaluate(() => window.lit())];
  const stopped = await look();
  await page.waitForTimeout(1500);
  const still = await look();
  if (Math.abs(still[0] - stopped[0]) > 0.05 || still[1] !== stopped[1]) throw new Error(`a pause went on from ${stopped} to ${still}`);
  await press('Go on');
  await isLit('lit', 'the', 'lamp');

  await press('Forward a sentence');
  await isLit('Ships', 'that', 'came');
  await press('Back a sentence');
  await isLit('Every', 'evening');

  // In the page itself, on a word of another sentence.
  const click = async (word) => {
    const place = await page.evaluate((wanted) => {
      const node = document.querySelectorAll('article p')[1].firstChild;
      const range = new Range();
      const start = node.data.indexOf(wanted);
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    }, word);
    await page.mouse.click(...place);
  };
  await click('board');
  await isLit('mended');

  const seconds = async () => {
    await click('steps');
    await isLit('counted');
    await isLit('up');
    return page.evaluate(() => {
      const at = (wanted) => window.seen.frames.findLast(({ word }) => word === wanted).at;
      return (at('up') - at('counted')) / 1000;
    });
  };
  const normal = await seconds();
  await panel.evaluate(() => {
    const speed = document.querySelector('input[type=range]');
    speed.value = '2';
    for (const type of ['input', 'change']) speed.dispatchEvent(new Event(type, { bubbles: true }));
  });
  const fast = await seconds();
  const note = `seven words in ${normal.toFixed(2)} s, at double speed in ${fast.toFixed(2)} s`;
  if (fast > 0.65 * normal) throw new Error(note);

  await page.bringToFront();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => window.lit() === '');
  return note;
}
