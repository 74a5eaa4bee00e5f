import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

// `npm install` drops the platforms the registry at hand does not serve, and `npm ci` then refuses the lock file.
test('lock: names every platform of the typesetter, each bound to its system and optional', () => {
  const compiler = packages['node_modules/@myriaddreamin/typst-ts-node-compiler'];
  for (const [name, version] of Object.entries(compiler.optionalDependencies)) {
    const entry = packages[`node_modules/${name}`];
    assert.ok(entry?.optional && entry.os.length === 1 && entry.version === version, name);
  }
});
