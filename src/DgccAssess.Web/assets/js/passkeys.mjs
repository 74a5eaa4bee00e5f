// Passkeys: the server makes the options, the device answers, the form carries the answer. Without script or support the form stays hidden.

export function startPasskeys() {
  if (!globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON) return;
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    for (const note of document.querySelectorAll('[data-passkey-unavailable]')) note.hidden = true;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      ask(form).catch(() => say(form, form.dataset.failed));
    });
  }
}

async function ask(form) {
  say(form, '');
  const response = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form), credentials: 'same-origin', headers: { Accept: 'application/json' } });
  if (!response.ok || response.redirected) throw new Error(String(response.status));
  const options = await response.json();
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  form.elements['Input.Credential'].value = JSON.stringify(credential);
  form.submit();
}

function say(form, text) {
  form.querySelector('[data-passkey-problem]').textContent = text;
}
