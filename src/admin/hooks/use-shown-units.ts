import { useSyncExternalStore } from "react"

import { readShownUnits, type ShownUnits, withShownUnit } from "../lib/shown-units"

const KEPT_AS = "stockroom_units_shown"

/** Of what the browser keeps, as text, so that it is read anew only when it has changed. */
let read: { kept: string | null; shown: ShownUnits } = { kept: null, shown: {} }
const listeners = new Set<() => void>()

/**
 * The unit that somebody wants to see each item in; the browser remembers it, for all pages.
 *
 * @returns the units, and what sets that of an item: null for its base unit
 */
export function useShownUnits(): [ShownUnits, (itemId: string, key: string | null) => void] {
  const shown = useSyncExternalStore(listen, current)
  return [shown, show]
}

function current(): ShownUnits {
  const kept = localStorage.getItem(KEPT_AS)
  if (kept !== read.kept) {
    read = { kept, shown: readShownUnits(kept) }
  }
  return read.shown
}

function show(itemId: string, key: string | null): void {
  localStorage.setItem(KEPT_AS, JSON.stringify(withShownUnit(current(), itemId, key)))
  listeners.forEach((tell) => tell())
}

/** Of other windows, too. */
function listen(tell: () => void): () => void {
  listeners.add(tell)
  window.addEventListener("storage", tell)
  return () => {
    listeners.delete(tell)
    window.removeEventListener("storage", tell)
  }
}
