import { frameView } from '../frame.mjs';
import { check, day, decimal, flag, listOf, maybe, object, register, tenant, text, whole } from '../shape.mjs';

const shape = {
  locale: text, tenant, register, issuedOn: day, synthetic: flag, draft: flag,
  award: object({ name: text, year: text }),
  categories: listOf({
    name: text, decimals: whole,
    winners: listOf({ name: text, other: maybe(text), level: maybe(text), rank: maybe(whole), value: maybe(decimal), shared: flag }),
  }),
};

// With more names on a slide a second script would make all of them small.
const namedTwiceAtMost = 4;

/** Slides for the ceremony: a title, one for each category, a closing. */
export function composeSlides(document) {
  check(document, shape, 'document');
  const { voice, view, prose } = frameView(document, 'winners-slides.title');
  const { say } = voice;
  const { award } = document;
  return {
    ...view,
    award: prose(award.name), year: prose(award.year), dated: voice.date(document.issuedOn), closing: say('slides.closing'),
    categories: document.categories.map(({ name, decimals, winners }) => ({
      name: prose(name), none: winners.length === 0 ? say('slides.none') : null,
      winners: winners.map((winner) => ({
        name: prose(winner.name), other: winner.other && winners.length <= namedTwiceAtMost ? prose(winner.other) : null,
        place: placeOf(winner, winners, say), value: winner.value ? voice.fixed(winner.value, decimals) : null,
      })),
    })),
  };
}

/** Gold, or the rank where there are no levels; a winner alone needs neither. */
function placeOf({ level, rank, shared }, winners, say) {
  const place = level ?? (rank && winners.length > 1 ? say('slides.rank', { rank }) : null);
  return shared ? say('slides.shared', { place: place ?? say('slides.prize') }) : place;
}
