import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { readCoverage } from '../fonts.mjs';
import { papers } from '../papers.mjs';
import { createSanitiser } from '../sanitise.mjs';
import { RefusedError } from '../shape.mjs';
import { createTypesetter } from '../typesetter.mjs';
import { sampleDocument } from './sample.mjs';
import { ofTheHub, samplePapers } from './sample-papers.mjs';

const coverage = readCoverage();
const typesetter = createTypesetter();
// Slides and papers of the hub have a look of their own: no government signs them.
const signed = Object.fromEntries(Object.entries(samplePapers).filter(([kind]) => kind !== 'winners-slides' && !ofTheHub.includes(kind)));
const samples = { ...signed, 'agency-report': sampleDocument };
const compose = (kind, document, variant = 'ua1') => papers[kind].compose(createSanitiser(coverage).deep(document), variant);
const set = (kind, document, variant = 'ua1') => typesetter.set(papers[kind].template, compose(kind, document, variant), variant);

const crcs = Array.from({ length: 256 }, (_, n) => Array.from({ length: 8 }).reduce((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n));
const crc = (bytes) => (bytes.reduce((c, byte) => crcs[(c ^ byte) & 255] ^ (c >>> 8), -1) ^ -1) >>> 0;
const number = (value) => { const bytes = Buffer.alloc(4); bytes.writeUInt32BE(value); return bytes; };
const chunk = (type, data) => Buffer.concat([number(data.length), Buffer.from(type), data, number(crc(Buffer.concat([Buffer.from(type), data])))]);

// 40 by 1: as wide as an emblem with a name beside it.
const png = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', Buffer.concat([number(40), number(1), Buffer.from([8, 2, 0, 0, 0])])),
  chunk('IDAT', deflateSync(Buffer.concat([Buffer.from([0]), Buffer.alloc(120, 90)]))), chunk('IEND', Buffer.alloc(0)),
]);

const template = (changes = {}) => ({
  title: 'Our title', subtitle: 'Our subtitle', foreword: 'First paragraph.\n\nSecond paragraph.', footer: 'Ministry, Street 1',
  signature: { place: 'Jakarta', name: 'Dr. A', title: 'Minister' }, logo: { mediaType: 'image/png', alt: 'Emblem of Example', data: png.toString('base64') }, sections: null, ...changes,
});
const orders = { 'agency-report': ['results', 'indicators', 'method'], 'national-report': ['decree', 'areas', 'gap', 'method'] };
const arabic = { title: 'تقرير التقييم '.repeat(15), subtitle: 'مقدم إلى الرؤساء '.repeat(12), foreword: 'أُجري هذا التقييم.\n'.repeat(200), footer: 'وزارة المثال '.repeat(16), signature: { place: 'تونس', name: 'د. أمل', title: 'الوزيرة '.repeat(25) } };

for (const [kind, sample] of Object.entries(samples)) {
  test(`template, ${kind}: both standards take it in both directions, the same bytes twice`, async () => {
    for (const [locale, own] of [['id', template()], ['ar-TN', template(arabic)]]) {
      for (const variant of ['ua1', 'a2a']) {
        const document = sample({ locale, template: { ...own, sections: orders[kind] ?? null } });
        const first = set(kind, document, variant);
        assert.ok(first.equals(set(kind, document, variant)));
        assert.ok(!first.equals(set(kind, sample({ locale }), variant)));
        await typesetter.tidy();
      }
    }
  });

  test(`template, ${kind}: an empty one changes no byte`, () => {
    const empty = { title: null, subtitle: null, foreword: null, footer: null, signature: null, logo: null, sections: null };
    assert.ok(set(kind, sample({ template: empty })).equals(set(kind, sample())));
  });

  test(`template, ${kind}: its picture is printed where the space has none of its own`, () => {
    const document = sample({ template: template() });
    document.tenant = { name: 'Republic of Example', accent: null, logo: null };
    assert.match(set(kind, document).toString('latin1'), /Emblem of Example/);
  });

  test(`template, ${kind}: it takes no mark, number or code away`, () => {
    const changes = { synthetic: true, draft: true, sample: true, register: samplePapers.certificate().register };
    const [own, plain] = [compose(kind, sample({ ...changes, template: template() })), compose(kind, sample(changes))];
    assert.equal(own.marks.length, 3);
    for (const locked of ['marks', 'number', 'verify', 'register', 'cover', 'results', 'date', 'winner', 'facts']) assert.deepEqual(own[locked], plain[locked], locked);
  });
}

test('template: words are set as they are, whatever they look like', () => {
  const hostile = '#view.cover.index $x$ *b* {index} \u202E 👩‍👩‍👧 <script>';
  const view = compose('agency-report', sampleDocument({ template: template({ title: hostile, foreword: hostile, footer: hostile }) }));
  assert.equal(view.title, '#view.cover.index $x$ *b* {index}  👩👩👧 <script>');
  assert.ok(set('agency-report', sampleDocument({ template: template({ title: hostile, foreword: hostile, footer: hostile }) })).length > 1000);
});

for (const [kind, order] of Object.entries(orders)) {
  test(`template, ${kind}: sections stand in the order chosen, those left out are not printed`, () => {
    assert.deepEqual(compose(kind, samples[kind]({ template: template({ sections: order }) })).order, order);
    assert.ok(compose(kind, samples[kind]()).order.length > 7);
  });

  test(`template, ${kind}: what a result rests on can't be left out, twice or unknown`, () => {
    for (const sections of [order.slice(1), [...order, order[0]], [...order, 'register'], [...order, 'cover'], []]) {
      assert.throws(() => compose(kind, samples[kind]({ template: template({ sections }) })), (error) => error instanceof RefusedError && /sections/.test(error.message), sections.join());
    }
  });
}

test('template: the picture brings its alternative text, and a wide one stays on the page', () => {
  const pdf = set('agency-report', sampleDocument({ template: template() })).toString('latin1');
  assert.match(pdf, /Emblem of Example/);
  assert.throws(() => compose('certificate', samplePapers.certificate({ template: template({ logo: { mediaType: 'image/gif', alt: 'x', data: '' } }) })), RefusedError);
  assert.throws(() => compose('certificate', samplePapers.certificate({ template: template({ logo: { mediaType: 'image/png', data: '' } }) })), /alt/);
});

test('template: a certificate stays one page with the longest words', () => {
  const pages = set('certificate', samplePapers.certificate({ locale: 'ar-TN', template: template(arabic) })).toString('latin1').match(/\/Type ?\/Page\b/g)?.length;
  assert.equal(pages, 1);
});
