import { blocks } from '../../extension/article.mjs';

/** Pause, speed, back and forward, and a click on a sentence, while the article is read. */
export default async function moves({ open, server, pages }) {
  const reader = await open();
  await reader.pair(server.address);
  const player = await reader.player();
  const page = await reader.visit(pages.article);
  await reader.read(page);
  const panel = await reader.page('panel.html');
  await page.bringToFront();
  const lit = (word) => page.waitForFunction((each) => window.lit() === each, word, { polling: 'raf' });
  const button = (name) => panel.getByRole('button', { name, exact: true });

  await lit('keeper');
  await button('Pause').click();
  await button('Go on').waitFor();
  const stopped = [await player.now(), await page.evaluate(() => window.lit())];
  await page.waitForTimeout(1500);
  const still = [await player.now(), await page.evaluate(() => window.lit())];
  if (Math.abs(still[0] - stopped[0]) > 0.05 || still[1] !== stopped[1]) throw new Error(`a pause went on from ${stopped} to ${still}`);
  await button('Go on').click();
  await lit('climbed');

  await button('Forward a sentence').click();
  await lit('Ships');
  await button('Back a sentence').click();
  await lit('Every');

  // A click on a word of another sentence, in the page itself.
  const place = await page.evaluate(() => {
    const node = document.querySelectorAll('article p')[1].firstChild;
    const range = new Range();
    const start = node.data.indexOf('board');
    range.setStart(node, start);
    range.setEnd(node, start + 5);
    const { x, y, width, height } = range.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  });
  await page.mouse.click(...place);
  await lit('He');
  await lit('board');

  const speed = panel.getByRole('slider', { name: /speed/i });
  const pace = async () => {
    const from = await reader.status();
    const at = await player.now();
    await page.waitForTimeout(2000);
    const to = await reader.status();
    return ((to.progress - from.progress) * blocks.join(' ').length) / ((await player.now()) - at);
  };
  await speed.fill('2');
  await button('Back a sentence').click();
  await button('Back a sentence').click();
  await button('Back a sentence').click();
  const fast = await pace();
  if (fast < 18) throw new Error(`twice as fast is ${fast.toFixed(1)} characters a second`);

  await page.bringToFront();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => window.lit() === '');
  return `at double speed ${fast.toFixed(0)} characters a second`;
}
