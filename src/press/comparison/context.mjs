import { clip, settle } from '../report/names.mjs';

// A row of a table holds three lines of a name.
const longest = 60;

/** What every part needs: names of countries in the order they stand, figures that may be hidden, reasons in words. */
export function createContext(document, voice, prose) {
  const { say } = voice;
  const name = (text, code = '–') => prose(clip(settle(text, code), longest));
  const regions = new Intl.DisplayNames(voice.tag, { type: 'region' });
  const countries = countriesOf(document, voice, name, regions);
  const byId = new Map(countries.map((one, at) => [one.id, { ...one, at }]));
  const nameOf = (id) => byId.get(id)?.name.text ?? id;
  const isHidden = (value) => value === undefined || value === null;
  const hidden = say('countries.hidden');

  function reason({ code, countries: ids, other, count, needed }) {
    const values = { countries: ordered(ids).map(nameOf), other: other ? nameOf(other) : '', count: count ?? 0, needed: needed ?? 0 };
    return say(`countries.reason.${code}`, { ...values, countries: values.countries.length > 0 ? voice.list(values.countries) : '' });
  }

  const ordered = (ids) => [...ids].sort((a, b) => (byId.get(a)?.at ?? 0) - (byId.get(b)?.at ?? 0));

  return {
    voice, prose, name, countries, nameOf, isHidden, hidden, ordered, reason,
    /** Of a country that need not be among those chosen. */
    nameOfPartner: (id, country) => byId.get(id)?.name.text ?? name(knownAs(country, regions), country.code).text,
    /** Rows about countries, in the order of their names. */
    inOrder: (rows) => [...rows].sort((a, b) => byId.get(a.country).at - byId.get(b.country).at),
    of: (id) => byId.get(id),
    count: (value) => (isHidden(value) ? hidden : voice.number(value)),
    availability: (code) => say(`countries.availability.${code}`, code === 'tooFewAgencies' ? { count: document.core.agencies } : {}),
  };
}

/** By name as the document's language orders them: no order says who is ahead. Two of one name also have that of their own. */
function countriesOf({ countries }, voice, name, regions) {
  const collator = new Intl.Collator(voice.tag);
  const known = countries.map(({ country }) => knownAs(country, regions));
  return countries
    .map(({ id, country: { code, other }, terms }, at) => {
      const isShared = known.filter((one) => one === known[at]).length > 1;
      const text = isShared ? `${known[at]} (${other || id})` : known[at];
      return { id, terms: terms ?? null, name: name(text, code), other: !isShared && other && other !== text ? name(other, code) : null };
    })
    .sort((a, b) => collator.compare(a.name.text, b.name.text) || (a.id < b.id ? -1 : 1));
}

function knownAs({ code, name: own }, regions) {
  return own || (/^[A-Z]{2}$/.test(code) ? regions.of(code) : code);
}
