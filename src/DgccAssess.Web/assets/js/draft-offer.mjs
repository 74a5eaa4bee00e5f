// Text from an earlier visit that the server never acknowledged is offered back, never put back by itself.
import { sameEntries } from './draft.mjs';
import { clock } from './save-state.mjs';

export function offerDraft(autosave) {
  const { form, draft, version, words } = autosave;
  const found = draft.read();
  if (!found) return;

  const settled = found.settled !== undefined && found.settled !== version?.value;
  if (settled || sameEntries(found.entries, autosave.entries)) {
    draft.drop({ ofAnyTab: true });
    return;
  }

  const offer = document.createElement('div');
  offer.className = 'draft';
  offer.setAttribute('role', 'status');
  const text = document.createElement('p');
  text.textContent = (words.draft ?? '').replace('{0}', moment(found.at));
  offer.append(text, button(words.restore, 'btn-secondary', 'restore'), button(words.discard, 'btn-quiet', 'discard'));
  form.prepend(offer);
  offer.addEventListener('click', (event) => {
    const choice = event.target.closest('button')?.dataset.draft;
    if (!choice) return;
    offer.remove();
    if (choice === 'discard') {
      draft.drop({ ofAnyTab: true });
      return;
    }

    const names = putBack(form, found.entries);
    if (version && found.version !== undefined) version.value = found.version;
    autosave.restored(names);
  });
}

const moment = (at) => (new Date(at).toDateString() === new Date().toDateString()
  ? clock(undefined, new Date(at))
  : new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(at));

function button(text, look, choice) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = `btn ${look}`;
  made.dataset.draft = choice;
  made.textContent = text;
  return made;
}

/** Writes the pairs into the form, adding rows where needed; answers the names that changed. */
export function putBack(form, entries) {
  const names = new Set();
  for (const [name] of entries) {
    for (let tries = 0; !form.elements.namedItem(name) && tries < 50; tries++) {
      const add = form.querySelector('[data-add-row]');
      if (!add || !/\[\d+\]/.test(name)) break;
      add.click();
    }
  }

  for (const control of form.elements) {
    if (!control.name || control.type === 'hidden' || control.type === 'file' || control.tagName === 'BUTTON') continue;
    const values = entries.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control.matches('[type=checkbox], [type=radio]')) {
      const checked = values.includes(control.value);
      if (control.checked !== checked) names.add(control.name);
      control.checked = checked;
    } else if (control.value !== (values[0] ?? '')) {
      control.value = values[0] ?? '';
      names.add(control.name);
    }
  }
  return names;
}
