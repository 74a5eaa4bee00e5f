import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Prints what each built file weighs on the wire. */
export async function print(lib) {
  for (const entry of (await readdir(lib, { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).sort((a, b) => a.name.localeCompare(b.name))) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const packed = entry.name.endsWith('.woff2') ? '' : `gzip ${gzipSync(bytes, { level: 9 }).length}, brotli ${brotliCompressSync(bytes).length}`;
    console.log(`${relative(lib, path)}: ${bytes.length} ${packed}`);
  }
}
