// Numbers by chance that a seed repeats.

/** The seed of today, by UTC: 20260131. Every run of a day tries the same. */
export function seedOfToday(now = new Date()) {
  return Number(now.toISOString().slice(0, 10).replaceAll('-', ''));
}

/**
 * Returns a source of numbers for one input: it depends on the seed and on the number of the input alone, so that one
 * input can be repeated without those before it. Source: mulberry32.
 */
export function createChance(seed, number) {
  let state = (Math.imul(seed, 0x9e_37_79_b1) ^ Math.imul(number + 1, 0x85_eb_ca_6b)) | 0;
  const next = () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    /** A whole number from 0 to `limit`, which is not among them; 0 if that is 0. */
    below: (limit) => (limit > 0 ? next() % limit : 0),
    /** One of a list. */
    pick: (list) => list[next() % list.length],
    /** True once in `times`. */
    oneIn: (times) => next() % times === 0,
  };
}
