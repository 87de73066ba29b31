import { blocks, wordsOf } from '../../extension/article.mjs';
import { compare } from '../../extension/sight.mjs';

/** Seconds between two of them. */
const picture = 1 / 60;

/** The button in the toolbar, and the article is read to its end, each word lit while it is heard. */
export default async function reads({ open, server, pages }) {
  const reader = await open();
  await reader.pair(server.address);
  const player = await reader.player();
  const page = await reader.watch(pages.article);
  const html = await page.content();
  const pressed = Date.now();
  await reader.read(page);
  await page.waitForFunction(() => window.seen.frames.at(-2)?.word === 'sea' && window.lit() === '', null, { timeout: 60_000, polling: 100 });

  const { frames, changes } = await page.evaluate(() => window.seen);
  const report = await player.report();
  const { spoken, missed, extra, words, isRight } = compare(frames, report);
  const said = report.sentences.map(({ body }) => body.text).join(' ');
  if (said !== blocks.join(' ')) throw new Error(`asked for: ${said}`);
  if (spoken !== wordsOf(blocks)) throw new Error(`spoken: ${spoken}`);
  // A word can be over before the next picture is drawn.
  if (extra > 0 || missed > 2) throw new Error(`${missed} words were not lit, ${extra} that are not spoken: ${frames.map(({ word }) => word).join(' ')}`);
  if (report.peak < 0.1) throw new Error(`nothing is heard: a peak of ${report.peak}`);
  if (changes > 0 || (await page.content()) !== html) throw new Error(`the page was changed ${changes} times`);

  const complete = Math.max(...report.sentences.map(({ last }) => last));
  const after = words.filter(({ seen }) => seen > complete);
  const late = words.map(({ heard, from }) => heard - from).sort((a, b) => a - b);
  const share = (list, ...tolerances) => list.filter((word) => isRight(word, ...tolerances)).length / list.length;
  const note =
    `first word ${(frames.find(({ word }) => word !== '').at - pressed).toFixed(0)} ms after the toolbar's button; ${words.length} words lit, ${missed} too short for a picture; right of all ${(share(words) * 100).toFixed(1)} %, of the ${after.length} after synthesis ${(share(after) * 100).toFixed(1)} %; ` +
    `lit after it is heard, ms: median ${(late[late.length >> 1] * 1000).toFixed(0)}, 95th ${(late[Math.floor(late.length * 0.95)] * 1000).toFixed(0)}, last ${(late.at(-1) * 1000).toFixed(0)}`;
  // Exact on a quiet machine, as the note shows; beside other tests two looks at the audio clock lie too far apart to be so sure, and a picture takes its time.
  if (after.length < 5 || share(after, picture, picture) < 0.95) throw new Error(note);
  return note;
}
