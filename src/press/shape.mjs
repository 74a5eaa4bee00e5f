/** The request was understood and cannot be carried out as it stands; the message says what to change. */
export class RefusedError extends Error {}

export const text = (value) => typeof value === 'string';
export const flag = (value) => typeof value === 'boolean';
export const decimal = (value) => typeof value === 'string' && /^-?\d{1,12}(\.\d{1,28})?$/.test(value);
export const whole = (value) => Number.isInteger(value);
export const day = (value) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
export const oneOf = (...words) => (value) => words.includes(value);
export const maybe = (test) => (value, path) => value === undefined || value === null || test(value, path);
export const object = (shape) => (value, path) => (check(value, shape, path), true);

export const listOf = (shape) => (value, path) => {
  if (!Array.isArray(value)) return false;
  value.forEach((item, index) => (typeof shape === 'function' ? expect(shape(item, `${path}[${index}]`), `${path}[${index}]`) : check(item, shape, `${path}[${index}]`)));
  return true;
};

export function check(value, fields, path) {
  expect(value !== null && typeof value === 'object' && !Array.isArray(value), path);
  for (const [name, test] of Object.entries(fields)) {
    if (test(value[name], `${path}.${name}`) === false) throw new RefusedError(`wrong or missing: ${path}.${name}`);
  }
}

export function expect(holds, what) {
  if (!holds) throw new RefusedError(`wrong or missing: ${what}`);
}

export const named = { code: text, name: text };

/** What every paper brings: the space it is of and its entry in the register. */
export const tenant = object({
  name: text, accent: maybe((value) => /^#[0-9a-fA-F]{6}$/.test(value)),
  logo: maybe(object({ mediaType: oneOf('image/svg+xml', 'image/png'), data: (value) => text(value) && /^[A-Za-z0-9+/=\u200b]*$/.test(value) })),
});
export const register = maybe(object({ number: text, address: maybe(text), qr: maybe(object({ size: whole, path: (value) => text(value) && /^[Mhvz0-9 -]+$/.test(value) })) }));
