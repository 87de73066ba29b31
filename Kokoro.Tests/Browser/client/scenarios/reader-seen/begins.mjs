import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The first minutes: nothing is warned of, the server is found, paired with, heard. */
export default async function begins({ open, server, extension, screenshots }) {
  const reader = await open();
  const manifest = readFileSync(join(extension, 'manifest.json'), 'utf8');
  const warnings = await reader.worker.evaluate((text) => chrome.management.getPermissionWarningsByManifest(text), manifest);
  if (warnings.length > 0) throw new Error(`the browser warns: ${warnings.join('; ')}`);
  if ('host_permissions' in JSON.parse(manifest) || 'optional_host_permissions' in JSON.parse(manifest)) throw new Error('the manifest asks for hosts');

  const setup = await reader.pair(server.address);
  const player = await reader.player();
  await setup.bringToFront();
  await setup.getByRole('button', { name: 'Hear it' }).click();
  await player.until('the sample is heard', () => window.heard.plays.length > 0);
  const paired = JSON.parse(await server.run('pair'));
  if (!paired.output.includes(reader.id)) throw new Error(`kokoro pair says ${JSON.stringify(paired)}`);

  const strangers = await setup.evaluate(async () => chrome.commands.getAll());
  if (!strangers.some(({ shortcut }) => shortcut !== '')) throw new Error('no shortcut was assigned');
  if (screenshots !== undefined) await setup.screenshot({ path: `${screenshots}/reader-setup.png`, fullPage: true });
}
