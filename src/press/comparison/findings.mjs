/** What several countries have in common; no country is named as ahead or behind. */
export function patternsView({ patterns }, { voice: { say }, name }) {
  const side = (key, isStrength) => ({
    title: say(`countries.patterns.${key}`),
    lines: patterns.filter((one) => one.isStrength === isStrength).map((one) => ({ code: one.question, name: name(one.name, one.question), says: say(`countries.patterns.${key}In`, { count: one.count, all: one.of }) })),
  });
  return { title: say('countries.patterns'), none: say('countries.none'), sides: [side('strong', true), side('weak', false)] };
}

export function peersView({ peers }, { voice: { say, fixed }, nameOf, of, inOrder }) {
  return {
    title: say('countries.peers'), how: say('countries.peers.how'), none: say('countries.peers.none'),
    rows: inOrder(peers).map((one) => ({
      country: of(one.country).name,
      peers: one.peers.map((peer) => say('countries.peers.one', { country: nameOf(peer.country), distance: fixed(peer.distance, 2), count: peer.common })),
    })),
  };
}

export function gapsView({ gaps }, { voice: { say, number }, of, inOrder, prose, availability }) {
  return {
    title: say('countries.gaps'), how: say('countries.gaps.how'), none: say('countries.gaps.none'),
    columns: ['question', 'why', 'others'].map((column) => say(`countries.column.${column}`)),
    countries: inOrder(gaps).map((one) => ({
      country: of(one.country).name,
      rows: one.gaps.map((gap) => ({ code: gap.question, text: prose(gap.text), why: availability(gap.why), others: number(gap.others) })),
    })),
  };
}

export function notesView({ notes }, { voice: { say, list }, nameOf, ordered, prose }) {
  if (notes.length === 0) return null;
  return {
    title: say('countries.notes'), columns: ['question', 'country', 'note'].map((column) => say(`countries.column.${column}`)),
    rows: notes.map((note) => ({ code: note.question, countries: list(ordered(note.countries).map(nameOf)), text: prose(note.text) })),
  };
}
