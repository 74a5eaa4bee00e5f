// Colours the ladder while criteria are ticked. Levels are cumulative: one holds only if all below hold. The words come from the server.

export function startLadders() {
  for (const ladder of document.querySelectorAll('.ladder')) {
    if (ladder.querySelector('[type=checkbox]')) ladder.addEventListener('change', () => paint(ladder));
  }
}

function paint(ladder) {
  const rungs = [...ladder.querySelectorAll('.rung')];
  const states = rungStates(rungs.map((rung) => [...rung.querySelectorAll('[type=checkbox]')].map((box) => box.checked)));
  rungs.forEach((rung, index) => { rung.dataset.state = states[index]; });
}

/** @param {boolean[][]} rungs the ticks of each level, lowest first */
export function rungStates(rungs) {
  const firstOpen = rungs.findIndex((ticks) => !ticks.every(Boolean));
  const met = firstOpen < 0 ? rungs.length : firstOpen;
  return rungs.map((_, index) => (index < met - 1 ? 'met' : index === met - 1 ? 'supported' : index === met ? 'next' : 'open'));
}
