import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Saver, delays } from '../js/saver.mjs';

/** Time that moves only when told. */
class Timers {
  now = 0;
  queue = [];
  setTimeout = (run, after) => {
    const timer = { at: this.now + after, run };
    this.queue.push(timer);
    return timer;
  };
  clearTimeout = (timer) => { this.queue = this.queue.filter((other) => other !== timer); };

  async pass(milliseconds) {
    const end = this.now + milliseconds;
    for (;;) {
      const next = this.queue.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.clearTimeout(next);
      this.now = next.at;
      next.run();
      await settled();
    }
    this.now = end;
  }
}

const settled = () => new Promise((resolve) => { setImmediate(resolve); });

function saverWith(outcomes) {
  const timers = new Timers();
  const news = [];
  const sends = [];
  const saver = new Saver({
    timers,
    report: (item) => news.push(item),
    send: () => new Promise((resolve, reject) => {
      const outcome = outcomes.shift();
      const answer = () => (outcome === 'cut' ? reject(new TypeError('Failed to fetch')) : resolve({ kind: outcome }));
      sends.push({ at: timers.now, answer });
      if (outcome !== undefined) answer();
      else sends.at(-1).answer = (kind) => resolve({ kind });
    }),
  });
  return { saver, timers, news, sends };
}

const last = (news) => news.at(-1);

test('typing is saved once, after a pause', async () => {
  const { saver, timers, news, sends } = saverWith(['saved']);
  saver.change('Analysis');
  await timers.pass(500);
  saver.change('Analysis');
  await timers.pass(799);
  assert.equal(sends.length, 0);
  await timers.pass(1);
  assert.equal(sends.length, 1);
  assert.deepEqual([last(news).state, last(news).names], ['saved', ['Analysis']]);
  assert.ok(saver.isClean);
});

test('a change during a save goes with the next one, never beside it', async () => {
  const { saver, timers, sends } = saverWith([]);
  saver.change('Analysis');
  await timers.pass(800);
  saver.change('Level');
  await timers.pass(5000);
  assert.equal(sends.length, 1);
  sends[0].answer('saved');
  await settled();
  await timers.pass(1);
  assert.equal(sends.length, 2);
  assert.ok(!saver.isClean);
});

test('a cut line is tried again after 5, 10, 20, 40 and 40 seconds with a countdown', async () => {
  const { saver, timers, news, sends } = saverWith(['cut', 'unreachable', 'cut', 'cut', 'cut', 'saved']);
  saver.change('Analysis');
  await timers.pass(800);
  assert.deepEqual([last(news).state, last(news).seconds], ['waiting', 5]);
  await timers.pass(1000);
  assert.equal(last(news).seconds, 4);
  await timers.pass(200_000);
  const gaps = sends.slice(1).map((send, index) => (send.at - sends[index].at) / 1000);
  assert.deepEqual(gaps, [...delays, 40]);
  assert.equal(last(news).state, 'saved');
  assert.ok(saver.isClean);
});

test('typing while waiting does not shorten the wait, and is saved with the next try', async () => {
  const { saver, timers, news, sends } = saverWith(['cut', 'saved']);
  saver.change('Analysis');
  await timers.pass(800);
  saver.change('Level');
  await timers.pass(4999);
  assert.equal(sends.length, 1);
  await timers.pass(1);
  assert.deepEqual(last(news).names, ['Analysis', 'Level']);
});

test('back online saves at once, and starts the delays anew', async () => {
  const { saver, timers, news, sends } = saverWith(['cut', 'cut', 'saved', 'cut']);
  saver.change('Analysis');
  await timers.pass(5800);
  await saver.flush();
  assert.equal(sends.length, 3);
  saver.change('Analysis');
  await timers.pass(800);
  assert.equal(last(news).seconds, 5);
});

for (const kind of ['conflict', 'signIn', 'refused']) {
  test(`${kind} pauses saving and keeps what changed until it goes on`, async () => {
    const { saver, timers, news, sends } = saverWith([kind, 'saved']);
    saver.change('Analysis');
    await timers.pass(800);
    assert.equal(last(news).state, kind);
    saver.change('Level');
    await timers.pass(60_000);
    assert.equal(sends.length, 1);
    assert.ok(!saver.isClean);
    await saver.resume();
    assert.deepEqual(last(news).names, ['Analysis', 'Level']);
  });
}

test('an invalid answer stays unsaved and is tried with the next change', async () => {
  const { saver, timers, sends } = saverWith(['invalid', 'saved']);
  saver.change('Level');
  await timers.pass(60_000);
  assert.equal(sends.length, 1);
  assert.ok(!saver.isClean);
  saver.change('Level');
  await timers.pass(800);
  assert.ok(saver.isClean);
});

test('settling waits for the save under way and starts no other', async () => {
  const { saver, timers, sends } = saverWith([]);
  saver.change('Analysis');
  await timers.pass(800);
  saver.change('Level');
  let isSettled = false;
  const done = saver.settle().then(() => { isSettled = true; });
  await settled();
  assert.equal(isSettled, false);
  sends[0].answer('saved');
  await done;
  await timers.pass(60_000);
  assert.equal(sends.length, 1);
});
