import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), 'node_modules', '@expo-google-fonts');

// Text faces first; the rest are the last resort for what officials paste in (symbols, emoji).
export const fontFiles = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
  'vazirmatn/600SemiBold/Vazirmatn_600SemiBold.ttf',
  'vazirmatn/700Bold/Vazirmatn_700Bold.ttf',
  'noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf',
  'noto-sans-kr/700Bold/NotoSansKR_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-symbols/400Regular/NotoSansSymbols_400Regular.ttf',
  'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
  'noto-sans-math/400Regular/NotoSansMath_400Regular.ttf',
  'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
].map((file) => join(root, file));

/** Code points the shipped regular faces can draw: a bit per code point. */
export function readCoverage(files = fontFiles) {
  const bits = new Uint32Array(0x110000 / 32);
  for (const file of files.filter((name) => name.includes('400Regular'))) {
    for (const [first, last] of readCharacterRanges(readFileSync(file))) {
      for (let point = first; point <= last; point++) bits[point >>> 5] |= 1 << (point & 31);
    }
  }
  return { has: (point) => (bits[point >>> 5] & (1 << (point & 31))) !== 0 };
}

function* readCharacterRanges(font) {
  const cmap = tableOffset(font, 'cmap');
  let best = null;
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const offset = cmap + font.readUInt32BE(cmap + 8 + i * 8);
    const format = font.readUInt16BE(offset);
    if (format === 12 || (format === 4 && best?.format !== 12)) best = { format, offset };
  }
  if (best === null) throw new Error('font has no Unicode character map');
  yield* best.format === 12 ? format12(font, best.offset) : format4(font, best.offset);
}

function tableOffset(font, tag) {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const record = 12 + i * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`font has no ${tag} table`);
}

function* format12(font, offset) {
  for (let i = 0; i < font.readUInt32BE(offset + 12); i++) {
    const group = offset + 16 + i * 12;
    yield [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  }
}

function* format4(font, offset) {
  const twice = font.readUInt16BE(offset + 6);
  for (let i = 0; i < twice; i += 2) {
    const last = font.readUInt16BE(offset + 14 + i);
    const first = font.readUInt16BE(offset + 16 + twice + i);
    if (last !== 0xffff) yield [first, last];
  }
}
