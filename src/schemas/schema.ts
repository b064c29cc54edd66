/** Building blocks of a JSON Schema. */

/** A JSON Schema of draft 7, or a part of it. */
export type Schema = Readonly<Record<string, unknown>>;

/** Creates a reference to a definition of the same file. */
export const refTo = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
