import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

// `npm install` drops the platforms the registry at hand does not serve, and `npm ci` then refuses the lock file.
test('lock: names every platform of the typesetter and of what draws pictures, each bound to its system and optional', () => {
  for (const native of ['@myriaddreamin/typst-ts-node-compiler', '@resvg/resvg-js']) {
    const platforms = Object.entries(packages[`node_modules/${native}`].optionalDependencies);
    assert.ok(platforms.length > 1, native);
    for (const [name, version] of platforms) {
      const entry = packages[`node_modules/${name}`];
      assert.ok(entry?.optional && entry.os.length === 1 && entry.version === version, name);
    }
  }
});
