import { sentences } from '../../extension/article.mjs';
import { look } from '../../extension/sight.mjs';

/** Pause, speed, back and forward, and a click on a sentence, while the article is read, and reading it again, also where it was loaded anew. */
export default async function moves({ open, server, pages }) {
  const reader = await open();
  await reader.pair(server.address);
  const player = await reader.player();
  const page = await reader.visit(pages.article);
  const panel = await reader.page('panel.html');
  // By script, since a page that is not in front draws nothing and Playwright waits for it to be still.
  const press = (name) => panel.evaluate((wanted) => [...document.querySelectorAll('button')].find((each) => [each.textContent.trim(), each.ariaLabel].includes(wanted)).click(), name);
  const says = (name) => panel.getByRole('button', { name, exact: true }).waitFor();
  const sentence = (beginning) => panel.waitForFunction((text) => document.querySelector('[aria-current]')?.textContent.startsWith(text), beginning, { polling: 50 });
  const now = () => page.evaluate(() => performance.timeOrigin + performance.now());
  const wasLit = (word, since) => page.waitForFunction(([wanted, from]) => window.seen.frames.some((frame) => frame.at > from && frame.word === wanted), [word, since], { polling: 50 });

  await reader.read(page);
  await wasLit('lighthouse', 0);
  await press('Pause');
  await says('Go on');
  const moment = async () => [await player.now(), await page.evaluate(() => window.lit())];
  const stopped = await moment();
  await page.waitForTimeout(1500);
  const still = await moment();
  if (Math.abs(still[0] - stopped[0]) > 0.05 || still[1] !== stopped[1]) throw new Error(`a pause went on from ${stopped} to ${still}`);

  await press('Forward a sentence');
  await sentence('Every evening');
  await press('Forward a sentence');
  await sentence('Ships');
  await press('Back a sentence');
  await sentence('Every evening');
  const before = await now();
  await press('Go on');
  await wasLit('climbed', before);

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
  const jumped = await now();
  await click('board');
  await wasLit('mended', jumped);
  if (await page.evaluate((since) => window.seen.frames.some(({ at, word }) => at > since && word === 'counted'), jumped)) throw new Error('a click did not jump there');

  const seconds = async () => {
    const since = await now();
    await click('steps');
    await wasLit('mended', since);
    return page.evaluate((from) => {
      const at = (wanted) => window.seen.frames.findLast((frame) => frame.at > from && frame.word === wanted).at;
      return (at('mended') - at('counted')) / 1000;
    }, since);
  };
  const normal = await seconds();
  await panel.evaluate(() => {
    const speed = document.querySelector('input[type=range]');
    speed.value = '2';
    for (const type of ['input', 'change']) speed.dispatchEvent(new Event(type, { bubbles: true }));
  });
  const fast = await seconds();
  const note = `from one sentence to the next in ${normal.toFixed(2)} s, at double speed in ${fast.toFixed(2)} s`;
  if (fast > 0.65 * normal) throw new Error(note);

  const skip = async () => {
    for (const _ of sentences) await press('Forward a sentence');
    await says('Again');
  };
  await skip();
  const ended = await now();
  await press('Again');
  await wasLit('lamp', ended);

  await page.bringToFront();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => window.lit() === '', null, { polling: 50 });

  const reload = async () => {
    await page.reload();
    await page.evaluate(look, 20);
  };
  await says('Go on');
  await reload();
  await press('Go on');
  await page.waitForFunction(() => window.lit() !== '', null, { polling: 50 });
  await skip();
  await reload();
  await press('Again');
  await wasLit('lamp', 0);
  return note;
}
