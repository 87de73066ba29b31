import assert from 'node:assert/strict';
import { wordsOf } from '../../frames.mjs';

const text = 'Dr. Smith paid $3.50 for a cup of tea, and then he walked home. It was late; nobody was there to see him.';

/** The audio clock goes in steps of 128 samples, and is read here a moment after the page has read it. */
const step = (2 * 128) / 24_000;

/** Type, play, first sound, the audio clock goes on, words are lit in order, and each while it is heard. */
export default async function plays({ page, server }) {
  const words = await wordsOf(server.address, text);
  await page.getByLabel('Text to speak').fill(text);
  await page.evaluate(() => window.heard.watch());
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.waitForFunction(() => window.heard.plays.some((play) => play.peak > 0.05));
  const before = await page.evaluate(() => window.heard.clock());
  await page.waitForFunction((then) => window.heard.clock() > then + 0.5, before);
  await page.getByRole('button', { name: 'Again' }).waitFor();

  const frames = (await page.evaluate(() => window.heard.frames)).filter((frame) => frame.lit !== null);
  const lit = words.map((word) => frames.filter((frame) => frame.lit.start === word.start && frame.lit.end === word.end));
  const order = frames.map((frame) => frame.lit.start).filter((start, i, all) => start !== all[i - 1]);
  assert.deepEqual(order, [...order].sort((one, other) => one - other), 'words are lit out of order');
  const right = words.filter((word, i) => lit[i].length > 0 && lit[i].every(({ position }) => position >= word.from - step && position < word.to + step));
  assert.ok(right.length >= 0.95 * words.length, `only ${right.length} of ${words.length} words are lit while they are heard`);

  const late = words.flatMap((word, i) => (lit[i].length === 0 ? [] : [lit[i][0].position - word.from])).sort((one, other) => one - other);
  return `${right.length} of ${words.length} words lit while they are heard; late by ${ms(late[Math.floor(late.length / 2)])} in the median, ${ms(late.at(-1))} at most`;
}

const ms = (seconds) => `${Math.round(seconds * 1000)} ms`;
