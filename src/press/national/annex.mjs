const longestName = 160;
const bestOfEach = 5;

/** The pages with a row for every agency: one profile a group, the decree's list, the figures of all areas. */
export function annexView(document, context) {
  const { voice, fixed, signed, predicates, groups } = context;
  const { say } = voice;
  const named = document.agencies.map((agency) => ({ ...agency, name: clip(agency.name), said: predicates.get(agency.predicate) }));
  const areas = document.nodes.map((node, at) => ({ node, at }));
  // Outside nobody's own assessment is known, and a range only where all ranks are.
  const [own, range] = [!document.open, document.sensitivity !== null && document.sensitivity !== undefined];
  const some = (isKnown, cell) => (isKnown ? [cell] : []);
  return {
    profiles: document.groups.map((group) => ({
      name: group.name,
      intro: say('national.profile', { group: group.name, count: group.figures.count, mean: fixed(group.figures.mean.index), median: fixed(group.figures.box.median.index) }),
      caption: say('national.profileCaption', { group: group.name }),
      columns: [say('national.rank'), say('label.agency'), say('label.index'), say('label.predicate'), ...some(own, say('column.self')), say('national.change'), ...some(range, say('national.range'))],
      rows: named.filter((agency) => agency.group === group.code).sort((one, other) => one.groupRank - other.groupRank)
        .map((agency) => [`${agency.groupRank}`, agency.name, fixed(agency.index), agency.said, ...some(own, fixed(agency.self)), signed(agency.change), ...some(range, agency.low === agency.high ? `${agency.low}` : context.ltr(`${agency.low}–${agency.high}`))]),
    })),
    best: {
      caption: say('national.bestCaption'), columns: [say('label.group'), say('national.rank'), say('label.agency'), say('label.index'), say('label.predicate')],
      rows: document.groups.flatMap((group) => named.filter((agency) => agency.group === group.code && agency.groupRank <= bestOfEach)
        .map((agency, at) => [at === 0 ? group.name : '', `${agency.groupRank}`, agency.name, fixed(agency.index), agency.said])),
    },
    decree: {
      intro: say('national.decreeIntro', { count: named.length, round: document.round }), caption: say('national.decreeCaption'),
      columns: [say('national.no'), say('label.agency'), say('label.group'), say('label.index'), say('label.predicate')],
      rows: named.map((agency, at) => [`${at + 1}`, agency.name, groups.get(agency.group), fixed(agency.index), agency.said]),
    },
    figures: {
      intro: say('national.figuresIntro'), caption: say('national.figuresCaption'),
      columns: [say('national.no'), say('label.agency'), say('label.index'), ...areas.map(({ node }) => node.code)],
      legend: areas.map(({ node }) => `${node.code} ${node.name}`),
      rows: named.map((agency, at) => [`${at + 1}`, agency.name, fixed(agency.index), ...areas.map((area) => fixed(agency.nodes[area.at]))]),
    },
  };
}

function clip(name) {
  const characters = [...name.replace(/\s+/g, ' ').trim()];
  return characters.length <= longestName ? characters.join('') : `${characters.slice(0, longestName - 1).join('')}…`;
}
