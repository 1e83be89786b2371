/** The units that somebody wants to see items in: the key of a unit by the item's id. */
export type ShownUnits = Readonly<Record<string, string>>

/** Items beyond these are forgotten, the ones that were chosen first. */
const MOST_ITEMS = 500

/** Reads what the browser has kept; nothing where it has kept none, or something else. */
export function readShownUnits(kept: string | null): ShownUnits {
  try {
    const read: unknown = JSON.parse(kept ?? "{}")
    return Object.fromEntries(
      Object.entries(read as object).filter(([, key]) => typeof key === "string")
    )
  } catch {
    return {}
  }
}

/** The same with another unit of an item; null for its base unit. */
export function withShownUnit(shown: ShownUnits, itemId: string, key: string | null): ShownUnits {
  const others = Object.entries(shown).filter(([id]) => id !== itemId)
  return Object.fromEntries([
    ...others.slice(-MOST_ITEMS + 1),
    ...(key === null ? [] : [[itemId, key] as const]),
  ])
}
