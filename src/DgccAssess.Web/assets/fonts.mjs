import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

// A subset is fetched only when a page holds a character of its range.
const families = [
  { family: 'Noto Sans', package: 'noto-sans', subsets: ['cyrillic-ext', 'cyrillic', 'vietnamese', 'latin-ext', 'latin'] },
  { family: 'Noto Sans Arabic', package: 'noto-sans-arabic', subsets: ['arabic'] },
];

/** The @font-face rules, and which file goes where. */
export async function fontFaces(modules) {
  const files = [];
  let css = '';
  for (const { family, package: name, subsets } of families) {
    const folder = join(modules, '@fontsource-variable', name);
    const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8'));
    // The version is in the name, so that a browser may keep the file for good.
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    for (const subset of subsets) {
      const to = `${name}-${subset}-${version}.woff2`;
      files.push({ from: join(folder, 'files', `${name}-${subset}-wght-normal.woff2`), to });
      css += `@font-face{font-family:"${family}";font-style:normal;font-weight:100 900;font-display:swap;`
        + `src:url("../fonts/${to}") format("woff2");unicode-range:${ranges[subset]}}\n`;
    }
  }
  return { css, files };
}
