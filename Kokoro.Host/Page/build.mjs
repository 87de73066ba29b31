// Bundles the pages into a folder (dist/page), or with --tests each test into dist/tests.
import { build } from 'esbuild';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';

const isTests = process.argv[2] === '--tests';
const outdir = process.argv[2] ?? 'dist/page';
const common = { bundle: true, format: 'esm', target: 'es2022', charset: 'utf8', logLevel: 'warning' };

if (isTests) {
  rmSync('dist/tests', { recursive: true, force: true });
  const entryPoints = readdirSync('tests').filter((name) => name.endsWith('.test.ts')).map((name) => `tests/${name}`);
  await build({ ...common, platform: 'node', entryPoints, outdir: 'dist/tests', outExtension: { '.js': '.mjs' } });
} else {
  rmSync(outdir, { recursive: true, force: true });
  await build({ ...common, platform: 'browser', minify: true, entryPoints: { studio: 'studio/studio.ts', pair: 'pair/pair.ts' }, outdir });
  for (const path of ['studio/index.html', 'studio/studio.css', 'studio/icon.svg', 'pair/pair.html', 'pair/pair.css']) cpSync(path, `${outdir}/${basename(path)}`);
}
