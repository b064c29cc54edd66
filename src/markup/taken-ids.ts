/** The ids of headings that are taken on a page: each text has its own, as in Hugo. */

/** One heading: the id that it would have, and the one that it got. */
interface IdRequest {
  readonly wanted: string;
  readonly got: string;
}

/** The ids of a page. What was asked for is noted, so that it can be seen whether the answers would be the same again. */
export class TakenIds {
  readonly #taken = new Set<string>();
  #requests: IdRequest[] = [];

  /** Takes an id that its author has written, whether it is free or not. */
  own(id: string): void {
    this.#taken.add(id);
    this.#requests.push({ wanted: '', got: id });
  }

  /** An id that is free: doubles are numbered. */
  free(wanted: string): string {
    const got = this.#find(wanted, []);
    this.#taken.add(got);
    this.#requests.push({ wanted, got });
    return got;
  }

  /** What was asked for since this was asked last. */
  requests(): readonly IdRequest[] {
    const requests = this.#requests;
    this.#requests = [];
    return requests;
  }

  /** Takes the ids of headings once more, if each would get the same; takes none otherwise. */
  repeat(requests: readonly IdRequest[]): boolean {
    const added: string[] = [];
    for (const { wanted, got } of requests) {
      if (wanted !== '' && this.#find(wanted, added) !== got) return false;
      added.push(got);
    }
    for (const id of added) this.#taken.add(id);
    return true;
  }

  #find(wanted: string, added: readonly string[]): string {
    let id = wanted;
    for (let n = 1; this.#taken.has(id) || added.includes(id); n++) id = `${wanted}-${n}`;
    return id;
  }
}

export type IdRequests = ReturnType<TakenIds['requests']>;
