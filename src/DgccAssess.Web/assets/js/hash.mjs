// A file is compared by its SHA-256. Where the browser can compute that, the file stays on the device.
export function startHashes() {
  for (const form of document.querySelectorAll('form[data-hash-file]')) {
    const file = form.querySelector('input[type=file]');
    const hash = form.querySelector('input.hash');
    // Absent on an address without TLS: then the form sends the file.
    if (!globalThis.crypto?.subtle || !file || !hash) continue;
    const help = form.querySelector('[data-hash-local]');
    help.textContent = help.dataset.hashLocal;
    file.addEventListener('change', async () => {
      if (file.files.length === 0) return;
      hash.value = await sha256(file.files[0]);
      file.value = '';
      hash.focus();
    });
  }
}

async function sha256(file) {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
