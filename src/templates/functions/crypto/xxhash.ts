/** XXH64, a fast non-cryptographic hash, for `hash.XxHash`. Source: the specification of xxHash. */

const MASK = (1n << 64n) - 1n;
const P1 = 0x9e3779b185ebca87n;
const P2 = 0xc2b2ae3d27d4eb4fn;
const P3 = 0x165667b19e3779f9n;
const P4 = 0x85ebca77c2b2ae63n;
const P5 = 0x27d4eb2f165667c5n;

const wrap = (value: bigint): bigint => value & MASK;
const rotate = (value: bigint, bits: bigint): bigint => wrap(value << bits) | (value >> (64n - bits));
const round = (lane: bigint, input: bigint): bigint => wrap(rotate(wrap(lane + input * P2), 31n) * P1);

/** Hashes bytes with seed 0, as 16 hexadecimal digits. */
export function xxHash64(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { hash: started, at } = startHash(view);
  const mixed = mixRest(wrap(started + BigInt(bytes.length)), view, at);
  return finishHash(mixed).toString(16).padStart(16, '0');
}

/** Hashes blocks of 32 bytes. */
function startHash(view: DataView): { readonly hash: bigint; readonly at: number } {
  if (view.byteLength < 32) return { hash: P5, at: 0 };
  let lanes = [wrap(P1 + P2), P2, 0n, wrap(-P1)];
  let at = 0;
  for (; at + 32 <= view.byteLength; at += 32) {
    const start = at;
    lanes = lanes.map((lane, n) => round(lane, view.getBigUint64(start + n * 8, true)));
  }
  const bits = [1n, 7n, 12n, 18n];
  const sum = wrap(lanes.reduce((total, lane, n) => total + rotate(lane, bits[n] ?? 0n), 0n));
  return { hash: lanes.reduce((hash, lane) => wrap((hash ^ round(0n, lane)) * P1 + P4), sum), at };
}

/** Hashes the rest: in blocks of eight bytes, then four bytes, then one by one. */
function mixRest(start: bigint, view: DataView, from: number): bigint {
  let hash = start;
  let at = from;
  for (; at + 8 <= view.byteLength; at += 8)
    hash = wrap(rotate(hash ^ round(0n, view.getBigUint64(at, true)), 27n) * P1 + P4);
  if (at + 4 <= view.byteLength) {
    hash = wrap(rotate(hash ^ wrap(BigInt(view.getUint32(at, true)) * P1), 23n) * P2 + P3);
    at += 4;
  }
  for (; at < view.byteLength; at++)
    hash = wrap(rotate(hash ^ wrap(BigInt(view.getUint8(at)) * P5), 11n) * P1);
  return hash;
}

function finishHash(hash: bigint): bigint {
  const first = wrap((hash ^ (hash >> 33n)) * P2);
  const second = wrap((first ^ (first >> 29n)) * P3);
  return second ^ (second >> 32n);
}
