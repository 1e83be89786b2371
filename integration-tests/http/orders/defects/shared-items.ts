import { defect, point } from "./defect"
import { type Line, outcomeOf, type Store } from "./store"

/** With ten cups: a cart that wants twelve in two lines is refused, one that wants ten is not. */
function twoLines(tooMany: Line[], allThereIs: Line[]) {
  return async (store: Store) => {
    await store.stock({ CUP: { A: 10 }, SAUCER: { A: 10 } })
    const cart = await store.fillCart(...tooMany)

    const outcome = await outcomeOf(store.complete(cart))

    await store.shows({ CUP: { A: "10/0" }, SAUCER: { A: "10/0" } })
    expect(outcome).toContain("Not enough stock available")
    await store.order(...allThereIs)
    const saucers = allThereIs.some(([variant]) => variant === "SET") ? "10/3" : "10/0"
    await store.shows({ CUP: { A: "10/10" }, SAUCER: { A: saucers } })
  }
}

export const sharedItems = point(
  "1. Lines of a cart that share an item (#16502) are checked together",
  defect(
    "the same variant twice",
    twoLines(
      [
        ["CUP", 6],
        ["CUP", 6],
      ],
      [
        ["CUP", 6],
        ["CUP", 4],
      ]
    ),
    "CUP A 10/12"
  ),
  defect(
    "two variants of one item",
    twoLines(
      [
        ["CUP", 6],
        ["GIFT", 6],
      ],
      [
        ["CUP", 6],
        ["GIFT", 4],
      ]
    ),
    "CUP A 10/12"
  ),
  defect(
    "a kit and its part",
    twoLines(
      [
        ["SET", 3],
        ["CUP", 6],
      ],
      [
        ["SET", 3],
        ["CUP", 4],
      ]
    ),
    "CUP A 10/12"
  )
)
