import { type Books } from "./books"
import { close, reopen } from "./levels"
import { byId, giveBack, restore } from "./reservations"
import { Refused } from "./terms"

export function softDeleteItems(on: Books, ids: string[]): void {
  const live = ids.filter((id) => on.items.get(id) === null)
  byId(on.live().filter(({ item }) => live.includes(item))).forEach((one) => giveBack(on, one))
  on.openRows()
    .filter(({ item }) => live.includes(item))
    .forEach((row) => close(on, row, "soft"))
  live.forEach((id) => on.items.set(id, on.clock))
}

export function restoreItems(on: Books, ids: string[]): void {
  for (const id of new Set(ids)) {
    const at = on.items.get(id) ?? null
    if (at === null) {
      continue
    }
    on.items.set(id, null)
    ;[...on.rows.values()]
      .filter(({ item, closed }) => item === id && closed?.at === at)
      .forEach((row) => reopen(on, row))
    byId(
      [...on.reservations.values()].filter(({ item, deletedAt }) => item === id && deletedAt === at)
    ).forEach((one) => restore(on, one))
  }
}

export function deleteItems(on: Books, ids: string[]): void {
  if (on.live().some(({ item }) => ids.includes(item))) {
    throw new Refused("not_allowed")
  }
  on.openRows()
    .filter(({ item }) => ids.includes(item))
    .forEach((row) => close(on, row, "hard"))
  for (const row of [...on.rows.values()]) {
    if (ids.includes(row.item)) on.rows.delete(row.id)
  }
  for (const one of [...on.reservations.values()]) {
    if (ids.includes(one.item)) on.reservations.delete(one.id)
  }
  ids.forEach((id) => on.items.delete(id))
}
