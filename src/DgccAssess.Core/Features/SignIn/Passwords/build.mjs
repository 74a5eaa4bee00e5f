// Writes the most common passwords, one a line, compressed: node build.mjs TARGET
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dictionary } from '@zxcvbn-ts/language-common';

// Shorter ones are the core of no password of twelve characters that would not be refused for its few different characters.
const shortest = 4;
const least = 10_000;

const words = [...new Set(dictionary['passwords-common'].map((word) => word.toLowerCase()))].filter((word) => word.length >= shortest && !/\s/.test(word)).sort();
if (words.length < least) throw new Error(`Only ${words.length} common passwords: the package has changed.`);
const target = process.argv[2];
await mkdir(dirname(target), { recursive: true });
await writeFile(target, gzipSync(words.join('\n'), { level: 9 }));
