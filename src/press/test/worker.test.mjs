import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { composeReport } from '../report/compose.mjs';
import { frame, readFrames, Status } from '../framing.mjs';
import { samplePapers } from './sample-papers.mjs';
import { sampleDocument } from './sample.mjs';

let worker;
let answers;

before(() => {
  worker = spawn(process.execPath, ['--expose-gc', 'worker.mjs'], { cwd: new URL('..', import.meta.url), stdio: ['pipe', 'pipe', 'ignore'] });
  answers = readFrames(worker.stdout, 2 ** 31);
});
after(() => worker.kill());

function request(bytes) {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(bytes.length);
  return Buffer.concat([head, bytes]);
}

async function ask(value) {
  worker.stdin.write(request(Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))));
  const { value: answer } = await answers.next();
  return { status: answer[0], payload: answer.subarray(1) };
}

test('worker: a report is the same bytes twice, in both kinds of file', async () => {
  for (const variant of ['ua1', 'a2a']) {
    const first = await ask({ kind: 'agency-report', variant, document: sampleDocument() });
    const second = await ask({ kind: 'agency-report', variant, document: sampleDocument() });
    assert.equal(first.status, Status.ok, first.payload.toString().slice(0, 500));
    assert.equal(first.payload.toString('latin1', 0, 5), '%PDF-');
    assert.ok(first.payload.equals(second.payload));
  }
});

test('worker: a slide is answered as a picture', async () => {
  const { status, payload } = await ask({ kind: 'country-slide', variant: 'ua1', document: samplePapers.brief({}) });
  assert.equal(status, Status.ok, payload.toString().slice(0, 500));
  assert.equal(payload.toString('latin1', 1, 4), 'PNG');
  assert.equal((await ask({ kind: 'comparison-slide', variant: 'ua1', document: { locale: 'en' } })).status, Status.refused);
});

test('worker: the text of a report is answered as blocks with the strings of the paper', async () => {
  const { status, payload } = await ask({ kind: 'agency-report-text', variant: 'docx', document: sampleDocument({ locale: 'id' }) });
  assert.equal(status, Status.ok, payload.toString().slice(0, 500));
  const view = composeReport(sampleDocument({ locale: 'id' }), 'ua1');
  const { blocks } = JSON.parse(payload);
  const levels = blocks.find((block) => block.caption?.text === view.levels.caption);
  assert.deepEqual(levels.rows.map((row) => row.map(({ text }) => text)), view.levels.rows.map((row) => [row.code, row.name, row.weight, row.self, row.target, row.level, row.levelName]));
  assert.equal((await ask({ kind: 'agency-report-text', document: { locale: 'en' } })).status, Status.refused);
});

test('worker: a radar is answered as SVG', async () => {
  const chart = { axes: ['A1', 'A2', 'A3'].map((code) => ({ code, name: code })), min: 0, max: 5, series: [{ key: 'e', name: 'E', values: [1, 2, 3] }] };
  const { status, payload } = await ask({ kind: 'radar', chart });
  assert.equal(status, Status.ok);
  assert.match(payload.toString(), /^<svg /);
});

test('worker: what is not a request is refused, and the next one is answered', async () => {
  for (const bad of [Buffer.from('{'), Buffer.from([0xff, 0xfe]), Buffer.alloc(0), Buffer.from('null'), Buffer.from('{"kind":"constructor"}')]) {
    assert.equal((await ask(bad)).status, Status.refused, bad.toString());
  }
  assert.equal((await ask({ kind: 'agency-report', variant: 'x', document: {} })).status, Status.refused);
  assert.equal((await ask({ kind: 'agency-report', variant: 'ua1', document: { locale: 'en' } })).status, Status.refused);
  assert.equal((await ask({ kind: 'agency-report', variant: 'ua1', document: sampleDocument() })).status, Status.ok);
});

test('framing: frames cut anywhere are put together, an oversized one is skipped', async () => {
  const bytes = Buffer.concat([request(Buffer.from('one')), request(Buffer.alloc(50)), request(Buffer.from('two'))]);
  const chunks = [...bytes].map((byte) => Buffer.from([byte]));
  const found = [];
  for await (const body of readFrames(Readable.from(chunks), 10)) found.push(body === null ? null : body.toString());
  assert.deepEqual(found, ['one', null, 'two']);
  assert.equal(frame(Status.failed, 'no').readUInt32BE(0), 3);
});
