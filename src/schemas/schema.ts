/** What the parts of a JSON Schema are made of. */

/** A JSON Schema of draft 7, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** A part of the same file, by its name. */
export const refTo = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
