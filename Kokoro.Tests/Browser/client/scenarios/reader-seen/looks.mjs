import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Popup, panel, options and first run, in the light and in the dark, for those who cannot see them too. */
export default async function looks({ open, server, pages, screenshots }) {
  const reader = await open();
  const setup = await reader.setup();
  const check = async (page, name) => {
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      if (violations.length > 0) throw new Error(`${name}, ${colorScheme}: ${violations.map(({ id, nodes }) => `${id} (${nodes.map(({ html }) => html).join(', ')})`).join('; ')}`);
      if (screenshots !== undefined) await page.screenshot({ path: `${screenshots}/reader-${name}-${colorScheme}.png` });
    }
  };
  await check(setup, 'first-run');
  await reader.pair(server.address);
  await check(setup, 'setup');
  const page = await reader.visit(pages.article);
  const popup = await reader.page('popup.html', { width: 360, height: 560 });
  await check(popup, 'popup-idle');
  await popup.close();
  await reader.read(page);
  await page.bringToFront();
  await page.waitForFunction(() => window.lit() !== '', null, { polling: 50 });
  const panel = await reader.page('panel.html', { width: 400, height: 800 });
  await panel.getByRole('button', { name: 'Pause', exact: true }).click();
  await check(panel, 'panel');
  const reading = await reader.page('popup.html', { width: 360, height: 560 });
  await check(reading, 'popup');
  await check(await reader.page('options.html'), 'options');
  if (screenshots === undefined) return;
  await page.bringToFront();
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${screenshots}/reader-page-${colorScheme}.png` });
  }
}
