// A copy on the device of what is not acknowledged yet: one per page and account.

const plain = (value) => value.replaceAll('\r\n', '\n');

/** What a person typed or chose, as pairs; neither tokens nor files. */
export function entriesOf(data, versionName) {
  return [...data]
    .filter(([name, value]) => typeof value === 'string' && name !== versionName && name !== '__RequestVerificationToken')
    .map(([name, value]) => [name, plain(value)]);
}

export const sameEntries = (left, right) => {
  const full = (entries) => JSON.stringify(entries.filter(([, value]) => value !== '').sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1)));
  return full(left) === full(right);
};

export class Draft {
  // Two tabs share the copy; each takes away only its own.
  #tab = Math.random().toString(36).slice(2);

  constructor(storage, action, account) {
    this.storage = storage;
    this.key = `dgcc.draft:${account}:${action}`;
  }

  /** False where the device keeps nothing: private window, full disk. */
  keep(entries, version, at) {
    try {
      this.storage.setItem(this.key, JSON.stringify({ entries, version, at, tab: this.#tab }));
      return true;
    } catch {
      return false;
    }
  }

  read() {
    try {
      const found = JSON.parse(this.storage.getItem(this.key));
      return Array.isArray(found?.entries) ? found : null;
    } catch {
      return null;
    }
  }

  /** The person decided against a stored version: once that one is replaced, the copy has no use. */
  settle(againstVersion) {
    const found = this.read();
    if (found) this.#write({ ...found, settled: againstVersion });
  }

  drop({ ofAnyTab = false } = {}) {
    if (!ofAnyTab && this.read()?.tab !== this.#tab) return;
    try {
      this.storage.removeItem(this.key);
    } catch {
      // Nothing was kept then.
    }
  }

  #write(found) {
    try {
      this.storage.setItem(this.key, JSON.stringify(found));
    } catch {
      // The older copy stays.
    }
  }
}
