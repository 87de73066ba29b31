import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const faults = [/status of 401/];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const reader = 'jmfeckioepfffcpkkhjfjlfgiinppnlk';

/** What Chrome gives a page where an extension listens to it. */
function extension(id) {
  window.offered = [];
  window.chrome = {
    runtime: {
      sendMessage: (to, message, answer) => {
        window.offered.push([to, message]);
        if (to === id) answer({ ok: true });
        else {
          window.chrome.runtime.lastError = { message: 'Receiving end does not exist.' };
          answer(undefined);
          delete window.chrome.runtime.lastError;
        }
      },
    },
  };
}

/** The page that connects the extension: nobody there, somebody there, a newer code, a server that demands its token. */
export default async function pairs({ page, context, server, screenshots }) {
  const shownCode = async (of) => {
    await of.getByText('Valid for').waitFor();
    return of.locator('#code').textContent();
  };
  await page.goto(`${server.address}/pair`);
  const first = await shownCode(page);
  assert.match(first, /^[A-Z0-9]{4} [A-Z0-9]{4}$/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('No extension answers').waitFor();
  await looksRight(page, screenshots);

  const other = await context.newPage();
  await other.addInitScript(extension, reader);
  await other.goto(`${server.address}/pair#${reader}`);
  const code = await shownCode(other);
  assert.notEqual(code, first);
  await page.bringToFront();
  await page.getByText('A newer code was made elsewhere').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Connect the extension' }).isDisabled(), true);

  await other.bringToFront();
  await other.getByRole('button', { name: 'Connect the extension' }).click();
  await other.getByText('The extension has the code').waitFor();
  assert.deepEqual(await other.evaluate(() => window.offered), [[reader, { type: 'pair', code }]]);
  const answer = await context.request.post(`${server.address}/pair/token`, { headers: { origin: `chrome-extension://${reader}` }, data: { code } });
  assert.equal(answer.status(), 200);
  await other.getByText('Connected. You can close this page.').waitFor();

  const { address, token } = await server.locked();
  await page.goto(`${address}/pair`);
  await page.getByLabel('Token').fill('something else');
  await page.keyboard.press('Enter');
  await page.getByText('That is not its token').waitFor();
  await page.getByLabel('Token').fill(token);
  await page.keyboard.press('Enter');
  await shownCode(page);
  assert.equal(await page.getByLabel('Token').isVisible(), false);
}

async function looksRight(page, screenshots) {
  await page.evaluate(axe);
  for (const [name, colorScheme, width] of [['light', 'light', 1000], ['dark', 'dark', 1000], ['narrow', 'light', 320]]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
    assert.deepEqual(violations.map(({ id }) => id), [], name);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${name}: wider than the window`);
    if (screenshots !== undefined) await page.screenshot({ path: `${screenshots}/pair-${name}.png`, fullPage: true });
  }
}
