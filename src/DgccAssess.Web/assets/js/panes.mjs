// The panes of a review: side by side on a wide screen, tabs on a narrow one, sections with links without script.

const narrow = '(max-width: 62.499rem)';

export function startPanes() {
  for (const review of document.querySelectorAll('[data-panes]')) {
    const tabs = new Tabs(review);
    const query = matchMedia(narrow);
    query.addEventListener('change', () => tabs.arrange(query.matches));
    tabs.arrange(query.matches);
  }
  for (const list of document.querySelectorAll('.viewer-list')) markViewed(list);
}

class Tabs {
  constructor(review) {
    this.bar = review.querySelector('.pane-tabs');
    this.links = [...this.bar.querySelectorAll('a')];
    this.panes = this.links.map((link) => review.querySelector(link.hash));
    this.bar.addEventListener('click', (event) => this.#click(event));
    this.bar.addEventListener('keydown', (event) => this.#arrow(event));
    this.isOn = false;
  }

  arrange(isOn) {
    this.isOn = isOn;
    this.bar.toggleAttribute('role', isOn);
    if (isOn) this.bar.setAttribute('role', 'tablist');
    this.links.forEach((link, index) => {
      const pane = this.panes[index];
      for (const [element, role] of [[link, 'tab'], [pane, 'tabpanel']]) isOn ? element.setAttribute('role', role) : element.removeAttribute('role');
      if (isOn) link.setAttribute('aria-controls', pane.id);
      else for (const name of ['aria-controls', 'aria-selected', 'tabindex']) link.removeAttribute(name);
      if (!isOn) delete pane.dataset.away;
      // A pane that scrolls by itself must be reachable to be scrolled with keys.
      pane.tabIndex = isOn ? -1 : 0;
    });
    if (isOn) this.select(Math.max(0, this.links.findIndex((link) => link.hash === location.hash)));
  }

  select(chosen) {
    this.links.forEach((link, index) => {
      link.setAttribute('aria-selected', String(index === chosen));
      link.tabIndex = index === chosen ? 0 : -1;
      this.panes[index].toggleAttribute('data-away', index !== chosen);
    });
  }

  #click(event) {
    const index = this.links.indexOf(event.target.closest('a'));
    if (!this.isOn || index < 0) return;
    event.preventDefault();
    this.select(index);
  }

  #arrow(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!this.isOn || !step) return;
    const along = getComputedStyle(this.bar).direction === 'rtl' ? -step : step;
    const next = (this.links.indexOf(document.activeElement) + along + this.links.length) % this.links.length;
    this.select(next);
    this.links[next].focus();
  }
}

/** The file shown in the frame is marked; the frame itself is filled by the link's target. */
function markViewed(list) {
  const links = [...list.querySelectorAll('[data-view]')];
  const mark = (current) => {
    for (const link of links) link.toggleAttribute('aria-current', false);
    current?.setAttribute('aria-current', 'true');
  };
  mark(links[0]);
  list.addEventListener('click', (event) => {
    const link = event.target.closest('[data-view]');
    if (link) mark(link);
  });
}
