// Bundles the reader and its companion into dist/reader and dist/voices, or a folder that is given, and each into a zip; with --tests the tests into dist/tests.
import { build } from 'esbuild';
import { zipSync } from 'fflate';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = process.argv[2] ?? 'dist';
const common = { bundle: true, format: 'esm', target: 'es2022', charset: 'utf8', logLevel: 'warning', legalComments: 'none' };

/** What each of the two is made of: scripts by their names in the folder, pages of src/ui. */
const parts = {
  reader: {
    manifest: 'manifest.json',
    scripts: { worker: 'src/worker/worker.ts', offscreen: 'src/offscreen/offscreen.ts', popup: 'src/ui/popup.ts', panel: 'src/ui/panel.ts', options: 'src/ui/options.ts', setup: 'src/ui/setup.ts' },
    injected: { reader: 'src/content/reader.ts' },
    pages: ['popup.html', 'panel.html', 'options.html', 'setup.html', 'offscreen.html', 'kokoro.css'],
  },
  voices: {
    manifest: 'manifest.voices.json',
    scripts: { voices: 'src/voices/worker.ts', offscreen: 'src/voices/offscreen.ts', setup: 'src/ui/setup.ts' },
    injected: {},
    pages: ['setup.html', 'offscreen.html', 'kokoro.css'],
  },
};

/** Tests that put a browser's globals in place, each in a process of its own. All others share one: a process with a document takes a second to begin. */
const ownGlobals = ['follower', 'hub', 'pairing', 'reach', 'reader-page', 'voices', 'worker'];

if (process.argv[2] === '--tests') {
  rmSync('dist/tests', { recursive: true, force: true });
  const tests = readdirSync('test').flatMap((name) => /^(.*)\.test\.ts$/.exec(name)?.[1] ?? []);
  const together = tests.filter((name) => !ownGlobals.includes(name)).map((name) => `import './${name}.test';`);
  const program = { ...common, platform: 'node', packages: 'external' };
  await build({ ...program, entryPoints: ownGlobals.map((name) => `test/${name}.test.ts`), outdir: 'dist/tests', outExtension: { '.js': '.mjs' } });
  await build({ ...program, stdin: { contents: together.join('\n'), resolveDir: 'test' }, outfile: 'dist/tests/together.test.mjs' });
} else {
  for (const name of Object.keys(parts)) await make(name, parts[name]);
}

async function make(name, { manifest, scripts, injected, pages }) {
  const folder = join(dist, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({ ...common, platform: 'browser', minify: true, entryPoints: scripts, outdir: folder });
  await build({ ...common, platform: 'browser', minify: true, format: 'iife', entryPoints: injected, outdir: folder });
  cpSync(manifest, join(folder, 'manifest.json'));
  if (existsSync('icons')) cpSync('icons', join(folder, 'icons'), { recursive: true });
  for (const page of pages) cpSync(join('src/ui', page), join(folder, page));
  writeFileSync(join(dist, `${name}.zip`), zip(folder));
}

/** In the order of the names and with one date for all, so that the same files are the same zip. */
function zip(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return zipSync(Object.fromEntries(names.map((each) => [each, readFileSync(join(folder, each))])), { mtime: '1980-01-01T12:00:00', level: 9 });
}
