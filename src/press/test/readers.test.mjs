import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { papers } from '../papers.mjs';
import { createTypesetter } from '../typesetter.mjs';
import { sampleDocument } from './sample.mjs';
import { ofTheHub, samplePapers } from './sample-papers.mjs';

// What programs of others say of the files: qpdf of their structure, pdfinfo of their tags and standard, pdffonts of their fonts.
const folder = mkdtempSync(join(tmpdir(), 'papers-'));
after(() => rmSync(folder, { recursive: true }));
const typesetter = createTypesetter();
const ask = (program, ...words) => execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

for (const [kind, sample] of Object.entries({ 'agency-report': sampleDocument, ...samplePapers })) {
  for (const locale of ['id', 'ar-TN', ...(ofTheHub.includes(kind) ? ['ko-KR'] : [])]) {
    for (const [variant, standard] of [['ua1', /<pdfuaid:part>1</], ['a2a', /<pdfaid:part>2<[^]*<pdfaid:conformance>A</]]) {
      test(`${kind} ${locale} ${variant}: programs of others find nothing wrong`, async () => {
        const file = join(folder, `${kind}-${locale}-${variant}.pdf`);
        writeFileSync(file, typesetter.set(papers[kind].template, papers[kind].compose(sample({ locale }), variant), variant));
        await typesetter.tidy();

        assert.match(ask('qpdf', '--check', file), /No syntax or stream encoding errors/);
        assert.match(ask('pdfinfo', file), /^Tagged: +yes$/m);
        assert.match(ask('pdfinfo', '-meta', file), standard);
        const fonts = ask('pdffonts', file).split('\n').slice(2).filter(Boolean);
        assert.ok(fonts.length > 0);
        for (const font of fonts) assert.match(font, / yes +yes +yes +\d+ +\d+ *$/, `embedded, subset, with Unicode: ${font}`);
      });
    }
  }
}
