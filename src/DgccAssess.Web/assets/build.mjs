// Builds everything the browser loads into wwwroot/lib: node assets/build.mjs [--sizes]
import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { fontFaces } from './fonts.mjs';
import { styles } from './styles.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, '..', 'node_modules');
const lib = join(here, '..', 'wwwroot', 'lib');
const target = ['chrome109', 'firefox115', 'safari16'];

// Built beside the real folder and moved at the end: a build that fails leaves the last good one.
const fresh = `${lib}.new`;
await rm(fresh, { recursive: true, force: true });
await mkdir(join(fresh, 'site'), { recursive: true });
await mkdir(join(fresh, 'fonts'), { recursive: true });
await mkdir(join(fresh, 'htmx'), { recursive: true });

const fonts = await fontFaces(modules);
for (const font of fonts.files) await copyFile(font.from, join(fresh, 'fonts', font.to));

const sheets = Object.entries(await styles(join(here, 'scss', 'site.scss'), modules)).map(([name, css]) => [name, fonts.css + css]);
for (const [name, css] of [...sheets, ['korean.css', fonts.korean]]) {
  const { code } = await esbuild.transform(css, { loader: 'css', minify: true, target, legalComments: 'none' });
  await writeFile(join(fresh, 'site', name), code);
}

const radar = join(here, '..', '..', 'press', 'charts', 'radar.mjs');
if (!existsSync(radar)) throw new Error(`${radar} is missing: the radar is defined once, for browser and press.`);
await esbuild.build({
  entryPoints: { site: join(here, 'js', 'site.mjs'), 'radar-chart': join(here, 'js', 'radar-chart.mjs'), 'national-chart': join(here, 'js', 'national-chart.mjs') },
  outdir: join(fresh, 'site'),
  external: ['./radar-chart.js', './national-chart.js'],
  bundle: true, minify: true, format: 'esm', target, legalComments: 'none', nodePaths: [modules], logLevel: 'warning',
});

await copyFile(join(here, 'icon.svg'), join(fresh, 'site', 'icon.svg'));
await copyFile(join(here, 'api-reference.js'), join(fresh, 'site', 'api-reference.js'));
await copyFile(join(modules, 'htmx.org', 'dist', 'htmx.min.js'), join(fresh, 'htmx', 'htmx.min.js'));
await mkdir(dirname(lib), { recursive: true });
await rm(lib, { recursive: true, force: true });
await rename(fresh, lib);

if (process.argv.includes('--sizes')) await (await import('./sizes.mjs')).print(lib);
