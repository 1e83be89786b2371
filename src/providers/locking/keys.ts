/** An inventory item's id as Medusa makes it: `iitem_` and a ULID, and nothing after it. */
const ITEM_ID = /^iitem_[0-7][0-9A-HJKMNP-TV-Z]{25}$/

/**
 * The keys that must be locked: all but the ids of inventory items, each once, sorted, so that two
 * callers who want some of the same keys take them in the same order and do not wait for each other.
 *
 * An item whose id was chosen by hand keeps its lock, because nothing tells its id from any other
 * key.
 */
export function keysToLock(keys: string | string[]): string[] {
  return [...new Set([keys].flat())].filter((key) => !ITEM_ID.test(key)).sort()
}
