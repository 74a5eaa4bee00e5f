import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

// A subset is fetched only when a page holds a character of its range.
const families = [
  { family: 'Noto Sans', package: 'noto-sans', subsets: ['cyrillic-ext', 'cyrillic', 'vietnamese', 'latin-ext', 'latin'] },
  { family: 'Noto Sans Arabic', package: 'noto-sans-arabic', subsets: ['arabic'] },
];

// Hangul comes in more than a hundred subsets, whose rules alone weigh as much as all other styles: in a sheet of their own, for Korea's hub.
const korean = { family: 'Noto Sans KR', package: 'noto-sans-kr' };

/** The @font-face rules of every page, those of the hub's pages, and which file goes where. */
export async function fontFaces(modules) {
  const [everywhere, hub] = await Promise.all([Promise.all(families.map((family) => faces(modules, family))), faces(modules, korean)]);
  return { css: everywhere.map((of) => of.css).join(''), korean: hub.css, files: [...everywhere, hub].flatMap((of) => of.files) };
}

/** Of one family; without a list of subsets, those that are numbered. */
async function faces(modules, { family, package: name, subsets }) {
  const folder = join(modules, '@fontsource-variable', name);
  const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8'));
  // The version is in the name, so that a browser may keep the file for good.
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = [];
  let css = '';
  for (const subset of subsets ?? Object.keys(ranges).filter((key) => /^\[\d+\]$/.test(key))) {
    const file = subset.replace(/[[\]]/g, '');
    const to = `${name}-${file}-${version}.woff2`;
    files.push({ from: join(folder, 'files', `${name}-${file}-wght-normal.woff2`), to });
    css += `@font-face{font-family:"${family}";font-style:normal;font-weight:100 900;font-display:swap;`
      + `src:url("../fonts/${to}") format("woff2");unicode-range:${ranges[subset]}}\n`;
  }
  return { css, files };
}
