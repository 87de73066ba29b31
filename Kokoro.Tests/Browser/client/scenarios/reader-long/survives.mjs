import { look } from '../../extension/sight.mjs';

/** The worker is ended, the page loaded anew, the tab left and closed, half a minute paused: the reading is still there. */
export default async function survives({ open, server, pages }) {
  const reader = await open();
  await reader.pair(server.address);
  const player = await reader.player();
  const page = await reader.visit(pages.article);
  await reader.read(page);
  await player.until('it is heard', () => (window.heard.context?.currentTime ?? 0) > 0.5);
  const advances = async (what) => {
    const before = await player.now();
    await player.until(`${what}, and the audio clock goes on`, (from) => window.heard.context.currentTime > from + 1 && window.heard.context.state === 'running', before);
  };

  const { targetInfos } = await reader.browser.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  for (const { targetId, url } of targetInfos) if (url.endsWith('/worker.js')) await reader.browser.send('Target.closeTarget', { targetId });
  const word = await page.evaluate(() => window.lit());
  await page.waitForFunction((before) => window.lit() !== before && window.lit() !== '', word, { polling: 50 });
  await advances('the worker is gone');

  await page.reload();
  await page.evaluate(look, 20);
  await page.waitForFunction(() => window.seen.frames.length > 1, null, { polling: 50 });
  await advances('the page is loaded anew, and lit');

  await page.goto(pages.other);
  await advances('the page is left');
  const panel = await reader.page('panel.html');
  await page.close();
  await advances('the tab is closed');

  await panel.getByRole('button', { name: 'Pause', exact: true }).click();
  await panel.getByRole('button', { name: 'Go on', exact: true }).waitFor();
  const before = await player.now();
  await panel.waitForTimeout(35_000);
  await panel.getByRole('button', { name: 'Go on', exact: true }).click();
  await advances('35 s of pause are over');
  const after = await player.now();
  if (after < before) throw new Error(`the audio clock went back from ${before} to ${after}`);
}
