// Runs every scenario of a folder in a browser against a server: node run.mjs CHROMIUM ADDRESS FOLDER [SCREENSHOTS].
// One line of JSON for each on standard output: {"name", "error", "note"}. "@stop", "@start" and "@lock" are for whoever has the server
// at ADDRESS, and answered by a line; that of "@lock" is the address of a server that demands a token, and the token.
import { createInterface } from 'node:readline/promises';
import { readdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { instruments } from './instruments.mjs';

const [executablePath, address, folder, screenshots] = process.argv.slice(2);
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const ask = async (what) => {
  console.log(what);
  return (await answers.next()).value;
};
const origins = [address];
const locked = async () => {
  const [, origin, token] = /^(\S+) (.*)$/.exec(await ask('@lock'));
  origins.push(origin);
  return { address: origin, token };
};
const server = { address, locked, stop: () => ask('@stop'), start: () => ask('@start') };
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--autoplay-policy=document-user-activation-required'] });

async function run({ name, default: scenario, faults = [] }) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  context.setDefaultTimeout(60_000);
  await context.addInitScript(instruments);
  const page = await context.newPage();
  const complaints = [];
  page.on('request', (request) => {
    if (!/^(blob:|data:)/.test(request.url()) && !origins.includes(new URL(request.url()).origin)) complaints.push(`asks ${request.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(`throws ${error}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !faults.some((fault) => fault.test(message.text()))) complaints.push(`says ${message.text()}`);
  });
  let [error, note] = [null, null];
  try {
    await page.goto(address);
    await page.getByText('ready').waitFor();
    note = await scenario({ page, context, server, screenshots });
    if (complaints.length > 0) throw new Error(`the page ${complaints.join('; ')}`);
  } catch (thrown) {
    error = `${thrown.stack ?? thrown}\n${complaints.join('\n')}`;
  }
  console.log(JSON.stringify({ name, error, note: note ?? null }));
  await context.close();
}

const names = readdirSync(new URL(`scenarios/${folder}`, import.meta.url)).map((file) => file.replace('.mjs', ''));
for (const name of names) await run({ name, ...(await import(`./scenarios/${folder}/${name}.mjs`)) });
await browser.close();
process.exit(0);
