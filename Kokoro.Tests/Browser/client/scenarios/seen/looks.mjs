import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const faults = [/status of 4/];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const text = [
  'The kettle is on, and the tea will be ready in a minute. Dr. Smith paid $3.50 for it, which is more than it was worth in 1998.',
  'Sit down by the window, if you like. There is a good view of the harbour from here, and on a clear day one can see as far as the lighthouse.',
].join('\n\n');

/** Idle, playing and in error; light, dark and on a phone: axe finds nothing serious. With a folder for them, screenshots are taken. */
export default async function looks({ page, screenshots }) {
  await page.evaluate(axe);
  const found = new Set();
  const everywhere = async (state) => {
    for (const [name, colorScheme, width] of [['light', 'light', 1000], ['dark', 'dark', 1000], ['narrow', 'light', 390]]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
      for (const { id, impact, nodes } of violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')) found.add(`${state}, ${name}: ${id} (${impact}) at ${nodes.map(({ target }) => target).join(', ')}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${state}, ${name}: wider than the window`);
      if (screenshots !== undefined) await page.screenshot({ path: `${screenshots}/${state}-${name}.png`, fullPage: true });
    }
  };
  await page.getByText('Under the hood').click();
  await everywhere('idle');

  await page.getByLabel('Text to speak').fill(text);
  await page.keyboard.press('Control+Enter');
  await page.getByText(/First sound after .* all of it/).waitFor();
  await page.waitForFunction(() => window.heard.lit() !== null);
  await everywhere('playing');

  await page.keyboard.press('Escape');
  await page.getByLabel('Text to speak').fill('***');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').waitFor();
  await everywhere('error');
  assert.deepEqual([...found], []);
}
