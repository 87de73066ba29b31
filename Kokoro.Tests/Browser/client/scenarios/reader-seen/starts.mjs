import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The extension starts the server by the native messaging host of the same browser's profile. No prompt of the browser can be pressed here, so the permission is given beforehand. */
export default async function starts({ open, server, pages, extension }) {
  const home = await server.home();
  await server.stop();
  writeFileSync(join(home, 'kokoro.conf'), `kokoro.http.port = ${new URL(server.address).port}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'kokoro-extension-'));
  const profile = mkdtempSync(join(tmpdir(), 'kokoro-profile-'));
  cpSync(extension, folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  manifest.permissions.push(...manifest.optional_permissions);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const installed = JSON.parse(await server.run('native-host', 'install', '--profile', profile));
  if (installed.exitCode !== 0) throw new Error(`native-host install: ${JSON.stringify(installed)}`);
  try {
    const reader = await open({ folders: [folder], profile });
    const setup = await reader.setup();
    await setup.getByText('Use another address').click();
    await setup.getByLabel('Address').fill(server.address);
    await setup.getByRole('button', { name: 'Use it' }).click();
    await setup.getByRole('button', { name: 'Let the extension start it' }).click();
    await setup.getByText(/^Connected/).waitFor({ timeout: 60_000 });
    const player = await reader.player();
    const page = await reader.visit(pages.article);
    await reader.read(page);
    await player.until('it is heard', () => (window.heard.context?.currentTime ?? 0) > 0.3);
    return installed.output.trim();
  } finally {
    for (const id of serversOf(home)) process.kill(id, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}

function serversOf(home) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => contains(`/proc/${id}/environ`, `KOKORO_HOME=${home}\0`) && contains(`/proc/${id}/cmdline`, '\0serve\0'))
    .map(Number);
}

function contains(file, text) {
  try {
    return readFileSync(file, 'utf8').includes(text);
  } catch {
    return false; // it has ended, or is somebody else's
  }
}
