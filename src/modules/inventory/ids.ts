import { monotonicFactory } from "ulid"

const ulid = monotonicFactory()

/**
 * A new id with Medusa's form. Medusa's own generator draws sixteen random bytes one by one for
 * each id; this one draws them once a millisecond and counts on, which is also the order in which
 * rows are written.
 */
export function newId(prefix: string, given?: string): string {
  return given || `${prefix}_${ulid()}`
}
