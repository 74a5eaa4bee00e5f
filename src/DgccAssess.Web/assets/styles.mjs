import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import rtlcss from 'rtlcss';
import * as sass from 'sass';

/** One source, two sheets: left to right, and mirrored by rtlcss. */
export async function styles(entry, modules) {
  const { css } = await sass.compileAsync(entry, {
    loadPaths: [dirname(entry), modules],
    importers: [{ findFileUrl: (url) => (url.startsWith('bootstrap/') ? new URL(pathToFileURL(join(modules, url))) : null) }],
    quietDeps: true,
    // Bootstrap 5.3 is written for the older module system.
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
  });
  return { 'site.css': css, 'site.rtl.css': rtlcss.process(css, { autoRename: false }) };
}
