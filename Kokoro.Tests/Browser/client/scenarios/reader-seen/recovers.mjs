import { blocks, wordsOf } from '../../extension/article.mjs';
import { compare } from '../../extension/sight.mjs';

/** A token that is taken back, and a server that goes in the middle and comes back. */
export default async function recovers({ open, server, pages }) {
  const reader = await open();
  await reader.pair(server.address);
  const player = await reader.player();
  const page = await reader.visit(pages.article);
  await reader.read(page);
  await player.until('two sentences have come', () => window.heard.asked.length > 2);
  await server.stop();
  const panel = await reader.page('panel.html');
  await panel.getByText(/as soon as/).waitFor({ timeout: 60_000 });
  await page.bringToFront();
  await server.start();
  await page.waitForFunction(() => window.seen.frames.some(({ word }) => word === 'sea') && window.lit() === '', null, { timeout: 90_000, polling: 200 });
  const { spoken } = compare([], await player.report());
  if (spoken !== wordsOf(blocks)) throw new Error(`spoken: ${spoken}`);

  await server.run('pair', 'revoke', '--all');
  const popup = await reader.press(page);
  await popup.until('the popup offers to pair again', () => document.querySelector('#card button')?.textContent === 'Pair again');
  await panel.bringToFront();
  await panel.getByRole('button', { name: 'Pair again' }).waitFor();
}
