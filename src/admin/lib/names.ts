import type { Names } from "../../api/types/names"

/** What an item is called: its SKU, else its title, else its id. */
export function itemName(names: Names, id: string): string {
  return names.items[id]?.sku || names.items[id]?.title || id
}

/** What a location is called; its id when it is gone. */
export function locationName(names: Names, id: string): string {
  return names.locations[id] ?? id
}

/** What Medusa calls a return in the order's activity, behind a number sign. */
export function returnNumber(id: string): string {
  return id.slice(-7)
}

/** Puts names in the place of the ids that a message of the API mentions. */
export function withNames(message: string, names: Names): string {
  const ids = [...Object.keys(names.items), ...Object.keys(names.locations)]
  return ids.reduce(
    (text, id) =>
      text.replaceAll(id, id in names.items ? itemName(names, id) : locationName(names, id)),
    message
  )
}
