export function changeView(document, context) {
  const { voice, fixed, signed, all } = context;
  const { say } = voice;
  const history = {
    caption: say('national.history'), columns: [say('label.round'), say('label.instrument'), say('national.agencies'), say('national.mean')],
    rows: [
      [document.round, document.instrument.title, `${document.whole.figures.count}`, fixed(document.whole.figures.mean.index)],
      ...document.history.map((past) => [past.comparable ? past.round : say('national.breakMark', { round: past.round }), past.instrument, `${past.count}`, fixed(past.mean)]),
    ],
  };
  if (!document.previous) return { intro: say('national.first'), table: null, areas: null, history };
  const rows = [all, ...document.groups].filter((row) => row.figures.change);
  // The public may not know every agency of either round.
  const ofAll = (...cells) => (document.open ? [] : cells);
  return {
    intro: document.previous.comparable ? say('national.panelIntro', { round: document.previous.round }) : say('national.break', { round: document.previous.round }),
    table: {
      caption: say('national.changeByGroup', { round: document.previous.round }),
      columns: [say('label.group'), say('national.inBoth'), say('national.before'), say('national.now'), say('national.change'), ...ofAll(say('national.allBefore'), say('national.allNow'))],
      rows: rows.map(({ name, figures: { change } }) => [
        name, `${change.panel.count}`, fixed(change.panel.meanBefore?.index), fixed(change.panel.mean?.index), signed(change.panel.difference), ...ofAll(fixed(change.all?.meanBefore?.index), fixed(change.all?.mean?.index)),
      ]),
    },
    areas: document.previous.comparable && document.whole.figures.change?.nodes.length > 0 ? {
      caption: say('national.changeByArea'), columns: [...context.columns('code', 'name'), say('national.change')],
      rows: document.nodes.map((node, at) => [node.code, node.name, signed(document.whole.figures.change.nodes[at])]),
    } : null,
    history,
  };
}

export function gapView(document, context) {
  const { voice, fixed, signed, all } = context;
  const { say } = voice;
  const rows = [all, ...document.groups].filter((row) => row.figures.gap);
  if (rows.length === 0) return null;
  return {
    intro: say('national.gapIntro'), caption: say('national.gapByGroup'),
    columns: [say('label.group'), say('national.agencies'), say('column.self'), say('column.external'), say('national.difference'), say('national.claimedMore'), say('national.claimedLess')],
    rows: rows.map(({ name, figures: { gap } }) => [name, `${gap.count}`, fixed(gap.self.index), fixed(gap.external.index), signed(gap.difference), `${gap.higher}`, `${gap.lower}`]),
  };
}

export function unmetView(document, context) {
  if (document.open) return null;
  const { voice } = context;
  const { say } = voice;
  return {
    intro: document.unmet.length > 0 ? say('national.unmetIntro') : say('national.unmetNone'),
    caption: say('national.unmetCaption'), columns: ['', say('national.criterion'), say('column.level'), say('national.agencies'), say('national.share')],
    rows: document.unmet.map((one, at) => ({ order: `${at + 1}`, text: one.text, indicator: `${one.indicator} ${one.name}`, level: `${one.level}`, agencies: `${one.agencies}`, share: voice.percent(one.share) })),
  };
}
