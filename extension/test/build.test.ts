import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

test('What is built twice is the same byte for byte.', () => {
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'kokoro-build-')));
  try {
    for (const folder of folders) execFileSync('node', ['build.mjs', folder]);
    for (const name of ['reader.zip', 'voices.zip']) {
      const [one, other] = folders.map((folder) => readFileSync(join(folder, name)));
      assert.ok(one!.length > 10_000 && one!.equals(other!), name);
    }
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
});
