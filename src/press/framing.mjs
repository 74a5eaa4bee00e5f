// A frame in: uint32 (big endian) length, then that many bytes of JSON.
// A frame out: uint32 length of what follows, one status byte, payload.
export const Status = Object.freeze({ ok: 0, refused: 1, failed: 2 });

export const maxFrame = 8 * 1024 * 1024;

/** Yields the body of each frame; an oversized one is skipped without being held and yielded as null. */
export async function* readFrames(stream, limit = maxFrame) {
  let held = Buffer.alloc(0);
  let skip = 0;
  for await (const chunk of stream) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (;;) {
      if (skip > 0) {
        const dropped = Math.min(skip, held.length);
        held = held.subarray(dropped);
        skip -= dropped;
        if (skip > 0) break;
        yield null;
        continue;
      }
      if (held.length < 4) break;
      const length = held.readUInt32BE(0);
      if (length > limit) {
        skip = length;
        held = held.subarray(4);
        continue;
      }
      if (held.length < 4 + length) break;
      const body = held.subarray(4, 4 + length);
      held = held.subarray(4 + length);
      yield body;
    }
  }
}

export function frame(status, payload) {
  const body = Buffer.isBuffer(payload) ? payload : Buffer.from(payload, 'utf8');
  const head = Buffer.alloc(5);
  head.writeUInt32BE(body.length + 1, 0);
  head.writeUInt8(status, 4);
  return Buffer.concat([head, body]);
}
