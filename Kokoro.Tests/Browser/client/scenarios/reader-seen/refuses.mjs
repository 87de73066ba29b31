import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of the internet and another extension get nothing from the server, while ours reads. */
export default async function refuses({ open, server, pages, extension }) {
  const stranger = join(extension, '..', 'stranger');
  mkdirSync(stranger, { recursive: true });
  const manifest = { manifest_version: 3, name: 'Stranger', version: '1', background: { service_worker: 'worker.js' }, host_permissions: ['http://127.0.0.1/*'] };
  writeFileSync(join(stranger, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(stranger, 'worker.js'), 'chrome.runtime.onInstalled.addListener(() => {});');
  writeFileSync(join(stranger, 'page.html'), '<!doctype html><title>Stranger</title>');

  // The browser takes the pages for ones of the internet.
  const reader = await open({ folders: [extension, stranger], flags: [`--ip-address-space-overrides=127.0.0.1:${pages.port}=public`] });
  await reader.pair(server.address);
  const player = await reader.player();
  const page = await reader.visit(pages.article);
  await reader.read(page);
  await player.until('ours is heard', () => (window.heard.context?.currentTime ?? 0) > 0.3);

  const byNumber = server.address.replace('localhost', '127.0.0.1');
  const ask = (address) =>
    Promise.all(
      [
        ['/health/live', {}],
        ['/speak', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"Hello"}' }],
        ['/pair', {}],
      ].map(([path, init]) => fetch(address + path, init).then((response) => response.status, () => 'refused')),
    );
  const fromPage = await page.evaluate(ask, byNumber);
  if (fromPage.some((answer) => answer !== 'refused')) throw new Error(`a page of the internet was answered: ${fromPage}`);

  const worker = reader.context.serviceWorkers().find((each) => !each.url().includes(reader.id)) ?? (await reader.context.waitForEvent('serviceworker'));
  const other = await reader.context.newPage();
  await other.goto(new URL('page.html', worker.url()).href);
  const fromStranger = await other.evaluate(ask, byNumber);
  // Its host permission spares it CORS and gives a GET no Origin; what it may learn so is that the server lives, as any program of the machine may.
  if (fromStranger[1] === 200 || fromStranger[2] === 200) throw new Error(`another extension was answered: ${fromStranger}`);
  return `a page: ${fromPage}; another extension: ${fromStranger}`;
}
