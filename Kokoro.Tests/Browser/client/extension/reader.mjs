import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { listen, report } from './sound.mjs';
import { look } from './sight.mjs';
import { Target, target } from './target.mjs';

/** A browser with the extension in it, as a person has it who has just installed it. */
export class Reader {
  /** @param folders of extensions; the first one is ours @param profile a folder that is there already, for what is in it */
  static async open({ executablePath, folders, profile, flags = [] }) {
    const home = profile ?? mkdtempSync(join(tmpdir(), 'kokoro-browser-'));
    const context = await chromium.launchPersistentContext(home, {
      executablePath,
      headless: true,
      viewport: { width: 900, height: 800 },
      ignoreDefaultArgs: ['--mute-audio'], // or the browser takes what is played for silence
      args: [
        '--no-sandbox', `--disable-extensions-except=${folders}`, `--load-extension=${folders}`, '--enable-unsafe-extension-debugging', '--disable-background-networking', '--disable-component-update',
        '--disable-sync', '--no-first-run', '--disable-quic', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost', ...flags,
      ],
    });
    context.setDefaultTimeout(60_000);
    const reader = new Reader(context, home);
    await reader.findWorker();
    reader.browser = await context.browser().newBrowserCDPSession();
    return reader;
  }

  constructor(context, home) {
    Object.assign(this, { context, home, complaints: [] });
    context.on('page', (page) => {
      page.on('pageerror', (error) => this.complaints.push(`${page.url()} throws ${error}`));
    });
  }

  async findWorker() {
    const ours = (worker) => worker.url().endsWith('/worker.js');
    this.worker = this.context.serviceWorkers().find(ours) ?? (await this.context.waitForEvent('serviceworker', { predicate: ours }));
    this.id = new URL(this.worker.url()).host;
  }

  async close() {
    await this.context.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  /** One of the extension's own pages in a tab. */
  async page(name, size = { width: 900, height: 1000 }) {
    const page = await this.context.newPage();
    await page.setViewportSize(size);
    await page.goto(`chrome-extension://${this.id}/${name}`);
    return page;
  }

  /** The page that opens when the extension is installed. */
  async setup() {
    const isSetup = (page) => page.url().endsWith('/setup.html');
    return this.context.pages().find(isSetup) ?? (await this.context.waitForEvent('page', { predicate: isSetup }));
  }

  /** As a person does it: the server's page sends a code, the extension asks, and is told yes. Returns the setup page. */
  async pair(address) {
    const setup = await this.setup();
    await setup.getByText('Use another address').click();
    await setup.getByLabel('Address').fill(address);
    await setup.getByRole('button', { name: 'Use it' }).click();
    await setup.getByText('Found').waitFor();
    const [pair] = await Promise.all([this.context.waitForEvent('page'), setup.getByRole('button', { name: 'Connect', exact: true }).click()]);
    await pair.waitForURL(`${address}/pair#${this.id}`); // or the code goes to the companion too
    await pair.getByRole('button', { name: /Connect the extension/ }).click();
    await setup.getByRole('button', { name: 'Yes, connect' }).click();
    await setup.getByText(/^Connected/).waitFor();
    await pair.close();
    return setup;
  }

  /** Opens a page and watches what is lit in it, so often that no word is missed. */
  async visit(url) {
    return this.watch(url, 20);
  }

  /** The same with what is lit at each picture, which is what a person sees; a busy machine draws too few of them for the shortest words. */
  async watch(url, ms) {
    const page = await this.context.newPage();
    await page.goto(url);
    await page.evaluate(look, ms);
    return page;
  }

  /** Where one looks when something never came to be seen. */
  async describe() {
    const pages = this.context.pages().map(async (page) => `${page.url()}: ${await page.evaluate(() => `${document.visibilityState}, ${document.body.innerText.slice(0, 300)}`).catch((error) => error.message)}`);
    return (await Promise.all(pages)).join('\n');
  }

  /** Presses the extension's button in the toolbar while this page is in front. @returns the popup */
  async press(page) {
    await page.bringToFront();
    const { targetInfos } = await this.browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.find(({ url }) => url === page.url());
    await this.browser.send('Extensions.triggerAction', { id: this.id, targetId: tab.targetId });
    return Target.attach(this.browser, await target(this.browser, `chrome-extension://${this.id}/popup.html`, { type: 'page' }));
  }

  /** Presses it, and in the popup "Read this page". */
  async read(page) {
    const popup = await this.press(page);
    await popup.until('the popup lets one read', () => document.querySelector('#server')?.textContent === 'Ready' && !document.querySelector('#read').disabled);
    await popup.evaluate(() => document.querySelector('#read').click());
    return popup;
  }

  /** The player's page, made beforehand and listened to. */
  async player() {
    await this.worker.evaluate(() => chrome.offscreen.createDocument({ url: 'offscreen.html', reasons: ['AUDIO_PLAYBACK', 'BLOBS'], justification: 'listening' }));
    const player = await Target.attach(this.browser, await target(this.browser, `chrome-extension://${this.id}/offscreen.html`, { type: 'background_page' }));
    await player.evaluate(listen);
    return Object.assign(player, { report: () => player.evaluate(report), now: () => player.evaluate(() => window.heard.context?.currentTime ?? 0) });
  }

  /** What popup and panel would show. */
  async status() {
    const view = await this.page('popup.html');
    const status = await view.evaluate(
      () =>
        new Promise((resolve) => {
          const port = chrome.runtime.connect({ name: 'view' });
          port.onMessage.addListener((message) => message.type === 'status' && resolve(message.status));
          port.onDisconnect.addListener(() => resolve(null));
        }),
    );
    await view.close();
    return status;
  }
}
