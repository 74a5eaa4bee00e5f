// Two people on one indicator: both versions beside each other, nothing lost.

const plain = (text) => text.replaceAll('\r\n', '\n').trim();
const parts = (conflict) => [...conflict.querySelectorAll('[data-conflict-for]')];
const controls = (form, name) => [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];

function valuesOf(side) {
  return side.dataset.values === undefined ? null : side.dataset.values.split(' ').filter(Boolean);
}

export const storedVersion = (conflict) => conflict.dataset.storedVersion;

/** Buttons "use mine", "use theirs", "use both". */
export function bindConflict(form, { changed, done, discard }) {
  form.addEventListener('click', (event) => {
    const conflict = event.target.closest('#conflict');
    if (!conflict) return;
    const take = event.target.closest('[data-take]');
    if (take) {
      const part = take.closest('[data-conflict-for]');
      write(form, part, take.dataset.take);
      for (const version of part.querySelectorAll('.version')) version.toggleAttribute('data-taken', version.contains(take));
      changed(part.dataset.conflictFor);
    }
    if (event.target.closest('[data-conflict-done]')) {
      event.preventDefault();
      done();
    }
    if (event.target.closest('[data-discard-draft]')) discard();
  });
}

function write(form, part, which) {
  const [mine, theirs] = ['mine', 'theirs'].map((side) => part.querySelector(`[data-${side}]`));
  const chosen = which === 'theirs' ? theirs : mine;
  const values = valuesOf(chosen);
  for (const control of controls(form, part.dataset.conflictFor)) {
    if (control.matches('[type=checkbox], [type=radio]')) {
      control.checked = which === 'both' && control.type === 'checkbox'
        ? valuesOf(mine).concat(valuesOf(theirs)).includes(control.value)
        : values.includes(control.value);
    } else {
      control.value = which === 'both' ? `${plain(mine.textContent)}\n\n${plain(theirs.textContent)}` : plain(chosen.textContent);
    }
  }
}
