/** A token that is taken back, and a server that goes in the middle and comes back. */
export default async function recovers({ open, server, pages }) {
  const reader = await open();
  await reader.pair(server.address);
  const player = await reader.player();
  const page = await reader.visit(pages.article);
  await reader.read(page);
  await player.until('two sentences have come', () => window.heard.asked.filter(({ ended }) => ended !== null).length >= 2);
  await server.stop();
  const panel = await reader.page('panel.html');
  await panel.getByText(/goes on where it was/).waitFor({ timeout: 60_000 });
  await page.bringToFront();
  await server.start();
  await page.waitForFunction(() => window.seen.frames.some(({ word }) => word === 'sea') && window.lit() === '', null, { timeout: 90_000, polling: 200 });
  const lit = await page.evaluate(() => window.seen.frames.map(({ word }) => word).filter((word) => word !== ''));
  const said = (await player.report()).sentences.flatMap(({ body, words }) => words.map(({ start, end }) => body.text.slice(start, end)));
  const text = await page.evaluate(() => [...document.querySelectorAll('h1, article p')].map((each) => each.textContent.replace('[1]', '')).join(' '));
  const whole = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike).length;
  if (lit.length !== whole) throw new Error(`${lit.length} words were lit of ${whole}: ${lit.join(' ')}\nsaid: ${said.join(' ')}`);

  await server.run('pair', 'revoke', '--all');
  await reader.read(page);
  await panel.bringToFront();
  await panel.getByRole('button', { name: 'Pair again' }).waitFor();
}
