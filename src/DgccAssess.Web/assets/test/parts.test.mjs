import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Draft, entriesOf, sameEntries } from '../js/draft.mjs';
import { matches } from '../js/filter.mjs';
import { rungStates } from '../js/ladder.mjs';
import { kindOf } from '../js/post.mjs';
import { placesOf } from '../js/save-state.mjs';

function storage() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key), kept };
}

test('a draft holds neither tokens, version nor files, and one kind of line end', () => {
  const data = new FormData();
  for (const [name, value] of [['__RequestVerificationToken', 'x'], ['Input.Version', '7'], ['Input.Analysis', 'a\r\nb']]) data.append(name, value);
  data.append('File', new Blob(['x']));
  assert.deepEqual(entriesOf(data, 'Input.Version'), [['Input.Analysis', 'a\nb']]);
});

test('drafts compare without order and without empty rows', () => {
  assert.ok(sameEntries([['a', '1'], ['b', '']], [['a', '1']]));
  assert.ok(sameEntries([['c', '1.a'], ['c', '2.a']], [['c', '2.a'], ['c', '1.a']]));
  assert.ok(!sameEntries([['a', '1']], [['a', '2']]));
});

test('a tab drops only its own draft', () => {
  const device = storage();
  const [one, other] = [new Draft(device, '/a', 'u'), new Draft(device, '/a', 'u')];
  one.keep([['a', '1']], '7', 0);
  other.keep([['a', '2']], '7', 0);
  one.drop();
  assert.deepEqual(other.read().entries, [['a', '2']]);
  other.drop();
  assert.equal(other.read(), null);
});

test('drafts of two accounts on one device stay apart', () => {
  const device = storage();
  new Draft(device, '/a', 'u1').keep([['a', '1']], '7', 0);
  assert.equal(new Draft(device, '/a', 'u2').read(), null);
});

test('a device that keeps nothing says so', () => {
  const full = { getItem: () => null, setItem() { throw new Error('QuotaExceededError'); }, removeItem() {} };
  assert.equal(new Draft(full, '/a', 'u').keep([], '7', 0), false);
});

test('a broken draft is ignored', () => {
  const device = storage();
  device.setItem('dgcc.draft:u:/a', '{"entries":7');
  assert.equal(new Draft(device, '/a', 'u').read(), null);
});

test('statuses mean what the person has to do', () => {
  const kinds = [[200, 'saved'], [204, 'saved'], [400, 'invalid'], [401, 'signIn'], [403, 'refused'], [404, 'refused'], [409, 'conflict'], [413, 'refused'], [429, 'unreachable'], [500, 'unreachable'], [503, 'unreachable']];
  for (const [status, kind] of kinds) assert.equal(kindOf({ type: 'basic', status }), kind, String(status));
  assert.equal(kindOf({ type: 'opaqueredirect', status: 0 }), 'signIn');
});

test('the save state is shown at the nearest place of a field', () => {
  assert.deepEqual(placesOf('Input.Facts[0].Page'), ['Input.Facts[0].Page', 'Input.Facts[0]', 'Input.Facts', 'Input']);
  assert.deepEqual(placesOf('note'), ['note']);
});

test('levels are cumulative on the ladder', () => {
  assert.deepEqual(rungStates([[true], [true, true], [true, false], [true], [false]]), ['met', 'supported', 'next', 'open', 'open']);
  assert.deepEqual(rungStates([[false], [true]]), ['next', 'open']);
  assert.deepEqual(rungStates([[true], [true]]), ['met', 'supported']);
});

test('filters match flag and every word', () => {
  const row = { flags: 'mine missing', text: 'I11 Enterprise architecture document' };
  assert.ok(matches(row, '', ''));
  assert.ok(matches(row, 'mine', 'ARCH i11'));
  assert.ok(!matches(row, 'returned', ''));
  assert.ok(!matches(row, '', 'roadmap'));
});
