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
  /** The first number that may be free, by id: all below it are taken. */
  readonly #next = new Map<string, number>();
  #requests: IdRequest[] = [];

  /** Reserves an id that the author wrote, whether or not it is free. */
  reserve(id: string): void {
    this.#taken.add(id);
    this.#requests.push({ requested: '', allocated: id });
  }

  /** Allocates a free id: duplicates are numbered. */
  allocate(requested: string): string {
    const allocated = this.#findFree(requested, new Set(), this.#next);
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
    const added = new Set<string>();
    const next = new Map<string, number>();
    for (const { requested, allocated } of requests) {
      if (requested !== '' && this.#findFree(requested, added, next) !== allocated) return false;
      added.add(allocated);
    }
    for (const id of added) this.#taken.add(id);
    return true;
  }

  /** Finds a free id, also among those that were `added`; `next` are the numbers from which on ids may be free. */
  #findFree(requested: string, added: ReadonlySet<string>, next: Map<string, number>): string {
    let n = next.get(requested) ?? this.#next.get(requested) ?? 0;
    const numbered = (): string => (n === 0 ? requested : `${requested}-${n}`);
    while (this.#taken.has(numbered()) || added.has(numbered())) n++;
    next.set(requested, n);
    return numbered();
  }
}

export type IdRequests = ReturnType<IdAllocator['takeRequests']>;
