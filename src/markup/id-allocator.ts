/** Allocates the ids of headings: unique in each text, as in Hugo. */

/** The id that a heading asked for, and the id that it got. */
interface IdRequest {
  readonly requested: string;
  readonly allocated: string;
}

/**
 * Allocates the ids of a text. Requests are recorded, so that a cached segment can check whether it would get the same
 * ids.
 */
export class IdAllocator {
  readonly #taken = new Set<string>();
  #requests: IdRequest[] = [];

  /** Reserves an id that the author wrote, whether or not it is free. */
  reserve(id: string): void {
    this.#taken.add(id);
    this.#requests.push({ requested: '', allocated: id });
  }

  /** Allocates a free id: duplicates are numbered. */
  allocate(requested: string): string {
    const allocated = this.#findFree(requested, []);
    this.#taken.add(allocated);
    this.#requests.push({ requested, allocated });
    return allocated;
  }

  /** Returns the requests since the last call. */
  takeRequests(): readonly IdRequest[] {
    const requests = this.#requests;
    this.#requests = [];
    return requests;
  }

  /** Repeats requests if each would get the same id again; otherwise allocates nothing. */
  replay(requests: readonly IdRequest[]): boolean {
    const added: string[] = [];
    for (const { requested, allocated } of requests) {
      if (requested !== '' && this.#findFree(requested, added) !== allocated) return false;
      added.push(allocated);
    }
    for (const id of added) this.#taken.add(id);
    return true;
  }

  #findFree(requested: string, added: readonly string[]): string {
    let id = requested;
    for (let n = 1; this.#taken.has(id) || added.includes(id); n++) id = `${requested}-${n}`;
    return id;
  }
}

export type IdRequests = ReturnType<IdAllocator['takeRequests']>;
