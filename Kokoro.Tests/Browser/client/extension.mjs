// Runs every scenario of a folder in a browser with the extension, against a server: node extension.mjs CHROMIUM ADDRESS FOLDER EXTENSION [SCREENSHOTS].
// One line of JSON for each on standard output: {"name", "error", "note"}. "@stop", "@start", "@run" with arguments and "@home" are for whoever has the server at ADDRESS, its command
// line and its folder, and answered by a line.
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { articles } from './extension/article.mjs';
import { Reader } from './extension/reader.mjs';

const [executablePath, address, folder, extension, screenshots] = process.argv.slice(2);
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const ask = async (what) => {
  console.log(what);
  return (await answers.next()).value;
};
const server = { address, stop: () => ask('@stop'), start: () => ask('@start'), home: () => ask('@home'), run: (...words) => ask(`@run ${JSON.stringify(words)}`) };
const pages = await articles();

async function run({ name, default: scenario }) {
  let [error, note, reader] = [null, null, null];
  const open = async (options = {}) => (reader = await Reader.open({ executablePath, folders: [extension], ...options }));
  try {
    note = await scenario({ open, server, pages, extension, screenshots });
    if (reader.complaints.length > 0) throw new Error(reader.complaints.join('; '));
  } catch (thrown) {
    error = `${thrown.stack ?? thrown}\n${reader?.complaints.join('\n')}\n${await reader?.describe()}`;
  }
  console.log(JSON.stringify({ name, error, note: note ?? null }));
  await reader?.close();
}

const names = readdirSync(new URL(`scenarios/${folder}`, import.meta.url)).map((file) => file.replace('.mjs', ''));
for (const name of names) await run({ name, ...(await import(`./scenarios/${folder}/${name}.mjs`)) });
pages.close();
process.exit(0);
