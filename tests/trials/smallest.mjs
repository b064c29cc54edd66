// Makes a failing site smaller for as long as it fails: without some of its files, then without some of their lines.

/** How many smaller sites are tried, and for how long in milliseconds: each takes as long as its fault. */
const [TRIES, PATIENCE] = [400, 60_000];

/**
 * Returns a smaller site for which `fails` still is true.
 * @param {Record<string, string>} files
 * @param {(files: Record<string, string>) => Promise<boolean>} fails
 */
export async function findSmallest(files, fails) {
  let left = TRIES;
  const end = Date.now() + PATIENCE;
  const stillFails = async (candidate) => left-- > 0 && Date.now() < end && (await fails(candidate));
  let smallest = files;
  for (const name of Object.keys(files)) {
    const { [name]: _, ...others } = smallest;
    if (await stillFails(others)) smallest = others;
  }
  for (const name of Object.keys(smallest)) {
    for (const separator of ['\n', '']) {
      const parts = smallest[name].split(separator);
      const fewer = await removeParts(parts, (some) =>
        stillFails({ ...smallest, [name]: some.join(separator) }),
      );
      smallest = { ...smallest, [name]: fewer.join(separator) };
    }
  }
  return smallest;
}

/** Removes halves, then quarters, and so on down to single parts. */
async function removeParts(parts, stillFails) {
  let remaining = parts;
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let at = 0; at < remaining.length;) {
      const fewer = [...remaining.slice(0, at), ...remaining.slice(at + size)];
      if (await stillFails(fewer)) remaining = fewer;
      else at += size;
    }
  }
  return remaining;
}
