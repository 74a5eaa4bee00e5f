import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Resvg } from '@resvg/resvg-js';
import { fontFiles } from './fonts.mjs';

const templates = join(dirname(fileURLToPath(import.meta.url)), 'templates');
const standards = { ua1: 'ua-1', a2a: 'a-2a' };

/** Bytes of PDF after which what was set is let go: an agency report by itself, certificates ten at a time. */
const collectAfter = 256 * 1024;

/** Pixels: what a projector shows. */
const pictureWidth = 1920;

/** The template was at fault, or the standard refused the text. */
export class TypesettingError extends Error {}

/** Sets a view with a template; the text reaches Typst as JSON values only, never as markup. */
export function createTypesetter() {
  const compiler = NodeCompiler.create({
    workspace: templates,
    fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(file)) }],
  });
  let since = 0;

  function compile(template, inputs) {
    const compiled = compiler.compile({ mainFilePath: join(templates, template), inputs });
    if (compiled.hasError()) throw new TypesettingError(explain(compiled.takeDiagnostics()));
    return compiled;
  }

  function set(template, view, variant) {
    const compiled = compile(template, { view: JSON.stringify(view), variant });
    try {
      const pdf = compiler.pdf(compiled.result, { pdfStandard: standards[variant] });
      since += pdf.length;
      return pdf;
    } catch (error) {
      since = collectAfter;
      throw new TypesettingError(String(error.message ?? error).slice(0, 2000));
    }
  }

  /** The same as a picture for slides: letters are drawn as paths, so that it needs no fonts where it is shown. */
  function draw(template, view) {
    const svg = compiler.plainSvg(compile(template, { view: JSON.stringify(view), variant: 'picture' }).result);
    since = collectAfter;
    return new Resvg(svg, { fitTo: { mode: 'width', value: pictureWidth }, background: 'white', font: { loadSystemFonts: false } }).render().asPng();
  }

  // The binding frees documents in finalisers only: without this a worker holds 2.4 GB after 600 reports, and with it every fifth report 90 MB more than after each.
  async function tidy() {
    compiler.evictCache(0);
    if (since < collectAfter) return;
    since = 0;
    await new Promise((resume) => setImmediate(resume));
    globalThis.gc?.();
  }

  return { set, draw, tidy };
}

function explain(diagnostics) {
  return diagnostics.shortDiagnostics.map((entry) => JSON.stringify(entry)).join('\n').slice(0, 2000);
}
