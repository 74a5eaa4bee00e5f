// What the person sees of saving: beside the field that changed, at the end of the form, and once for a screen reader.

const fill = (text, value) => (text ?? '').replace('{0}', value);

export function clock(lang = document.documentElement.lang, at = new Date()) {
  return new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** "Input.Facts[0].Page" is shown beside itself, else beside "Input.Facts[0]", else beside "Input.Facts". */
export function placesOf(name) {
  const places = [name];
  for (let rest = name; /[.[]/.test(rest);) {
    rest = rest.replace(/(\.[^.[\]]+|\[[^\]]*\])$/, '');
    if (places.includes(rest)) break;
    places.push(rest);
  }
  return places;
}

export class SaveState {
  #said = '';

  constructor(form, words) {
    Object.assign(this, { form, words });
    this.live = document.createElement('span');
    this.live.className = 'visually-hidden';
    this.live.setAttribute('role', 'status');
    form.append(this.live);
  }

  show({ state, names, seconds, time, kept, link }) {
    const text = this.#text(state, seconds, time, kept);
    for (const span of this.#spans(names)) this.#write(span, state, text, link);
    // The countdown changes every second: read out once, without the figure.
    const said = state === 'saving' ? '' : state === 'waiting' ? this.#text(state, '…', time, kept) : text;
    if (said !== this.#said || state === 'saved') this.live.textContent = this.#said = said;
  }

  #spans(names) {
    const spans = [...this.form.querySelectorAll('[data-save-state-for]')];
    const found = new Set(names.map((name) => placesOf(name).map((place) => spans.find((span) => span.dataset.saveStateFor === place)).find(Boolean)));
    found.delete(undefined);
    for (const whole of this.form.querySelectorAll('[data-save-state]')) found.add(whole);
    return found;
  }

  #write(span, state, text, link) {
    span.dataset.state = state;
    span.textContent = text;
    if (!link) return;
    const anchor = document.createElement('a');
    [anchor.href, anchor.textContent] = [link.href, link.text];
    span.append(' ', anchor);
  }

  #text(state, seconds, time, kept) {
    const { words } = this;
    switch (state) {
      case 'saving': return words.saving;
      case 'saved': return fill(words.saved, time);
      case 'waiting': return fill(kept ? words.retry : words.retryUnkept, seconds);
      case 'invalid': return words.invalid;
      case 'conflict': return words.conflict;
      case 'signIn': return words.signIn;
      default: return words.refused;
    }
  }
}
