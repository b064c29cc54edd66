/** The ids of headings that are taken on a page: each text has its own, as in Hugo. */

/** One heading: the id that it would have, and the one that it got. */
interface IdRequest {
  readonly requested: string;
  readonly allocated: string;
}

/** The ids of a page. What was asked for is noted, so that it can be seen whether the answers would be the same again. */
export class IdAllocator {
  readonly #taken = new Set<string>();
  #requests: IdRequest[] = [];

  /** Takes an id that its author has written, whether it is free or not. */
  reserve(id: string): void {
    this.#taken.add(id);
    this.#requests.push({ requested: '', allocated: id });
  }

  /** An id that is free: doubles are numbered. */
  allocate(requested: string): string {
    const allocated = this.#findFree(requested, []);
    this.#taken.add(allocated);
    this.#requests.push({ requested, allocated });
    return allocated;
  }

  /** What was asked for since this was asked last. */
  takeRequests(): readonly IdRequest[] {
    const requests = this.#requests;
    this.#requests = [];
    return requests;
  }

  /** Takes the ids of headings once more, if each would get the same; takes none otherwise. */
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
