import { exact, least, type Quantity, ZERO } from "../../core/quantity"

/** A signed change of one state of one level, as the API tells it. */
export interface StoryEntry {
  inventory_item_id: string
  location_id: string
  state: string
  quantity: string
}

/** What the sentences of an order's story say. Their words are the translations' `story.<says>`. */
export type Says =
  | "committed"
  | "released"
  | "held"
  | "let_go"
  | "covered"
  | "fulfilled"
  | "taken_back"
  | "restocked"
  | "restocked_as"
  | "sorted"
  | "discarded"
  | "changed"

/** One sentence of an order's story, without its words. */
export interface Sentence {
  says: Says
  itemId: string
  locationId: string
  /** Never negative, but in `changed`, which says by how much. */
  quantity: string
  /** Where `covered` brings the units. */
  toLocationId?: string
  /** The state that `changed`, or from which units are `sorted` or `discarded`. */
  state?: string
  /** The state into which units are `sorted` or `restocked_as`. */
  toState?: string
}

/**
 * Tells one event of an order's stock: a short list of sentences that together say all of its
 * entries, once.
 */
export function sentencesOf(event: { kind: string; entries: StoryEntry[] }): Sentence[] {
  const levels = levelsOf(event.entries)
  switch (event.kind) {
    case "cover":
      return covers(levels)
    case "move":
      return levels.flatMap(sorts)
    case "restock":
      return levels.flatMap((level) => [...restocks(level), ...rest(level)])
    default:
      return levels.flatMap((level) => [
        ...ORDERLY.flatMap((turn) => orderly(level, turn)),
        ...rest(level),
      ])
  }
}

/** What is still to be told of a level; telling it takes it out. */
interface Untold {
  itemId: string
  locationId: string
  deltas: Map<string, Quantity>
}

/** What an order does to a level: the state that leads, which way, and what stands against it. */
interface Turn {
  says: Says
  state: string
  rises: boolean
  against: string[]
}

const ORDERLY: Turn[] = [
  { says: "fulfilled", state: "fulfilled", rises: true, against: ["committed", "available"] },
  { says: "taken_back", state: "fulfilled", rises: false, against: ["committed", "available"] },
  { says: "committed", state: "committed", rises: true, against: ["available"] },
  { says: "released", state: "committed", rises: false, against: ["available"] },
  { says: "held", state: "reserved", rises: true, against: ["available"] },
  { says: "let_go", state: "reserved", rises: false, against: ["available"] },
]

function levelsOf(entries: StoryEntry[]): Untold[] {
  const levels = new Map<string, Untold>()
  for (const { inventory_item_id: itemId, location_id: locationId, state, quantity } of entries) {
    const name = `${itemId} ${locationId}`
    const level = levels.get(name) ?? { itemId, locationId, deltas: new Map<string, Quantity>() }
    level.deltas.set(state, deltaOf(level, state).plus(exact(quantity)))
    levels.set(name, level)
  }
  return [...levels.values()]
}

function orderly(level: Untold, { says, state, rises, against }: Turn): Sentence[] {
  const delta = rises ? deltaOf(level, state) : deltaOf(level, state).negated()
  if (!delta.isGreaterThan(0)) {
    return []
  }
  tell(level, state, delta, rises)
  let left = delta
  for (const other of against) {
    const opposite = rises ? deltaOf(level, other).negated() : deltaOf(level, other)
    const part = least(left, opposite)
    if (part.isGreaterThan(0)) {
      tell(level, other, part, !rises)
      left = left.minus(part)
    }
  }
  return [{ ...keyOf(level), says, quantity: delta.toFixed() }]
}

function restocks(level: Untold): Sentence[] {
  return risesOf(level).map(([state, quantity]) => {
    tell(level, state, quantity, true)
    const sentence = { ...keyOf(level), quantity: quantity.toFixed() }
    return state === "available"
      ? { ...sentence, says: "restocked" }
      : { ...sentence, says: "restocked_as", toState: state }
  })
}

/** From each state that falls into those that rise; what rises nowhere is off the books. */
function sorts(level: Untold): Sentence[] {
  const sentences: Sentence[] = []
  for (const [state, fall] of fallsOf(level)) {
    let left = fall
    for (const [toState, rise] of risesOf(level)) {
      const part = least(left, rise)
      if (part.isGreaterThan(0)) {
        tell(level, state, part, false)
        tell(level, toState, part, true)
        left = left.minus(part)
        sentences.push({
          ...keyOf(level),
          says: "sorted",
          quantity: part.toFixed(),
          state,
          toState,
        })
      }
    }
    if (left.isGreaterThan(0)) {
      tell(level, state, left, false)
      sentences.push({ ...keyOf(level), says: "discarded", quantity: left.toFixed(), state })
    }
  }
  return [...sentences, ...rest(level)]
}

/** From where an item falls to where it rises. */
function covers(levels: Untold[]): Sentence[] {
  const sentences: Sentence[] = []
  for (const from of levels) {
    for (const to of levels) {
      for (const [state, fall] of from.itemId === to.itemId ? fallsOf(from) : []) {
        let left = fall
        for (const [toState, rise] of from === to ? [] : risesOf(to)) {
          const part = least(left, rise)
          if (part.isGreaterThan(0)) {
            tell(from, state, part, false)
            tell(to, toState, part, true)
            left = left.minus(part)
            sentences.push({
              ...keyOf(from),
              says: "covered",
              quantity: part.toFixed(),
              toLocationId: to.locationId,
            })
          }
        }
      }
    }
  }
  return [...sentences, ...levels.flatMap(rest)]
}

/** What no sentence has told: a plain change of a state. */
function rest(level: Untold): Sentence[] {
  return [...level.deltas]
    .filter(([, delta]) => !delta.isZero())
    .map(([state, delta]) => ({
      ...keyOf(level),
      says: "changed",
      quantity: delta.toFixed(),
      state,
    }))
}

function keyOf({ itemId, locationId }: Untold) {
  return { itemId, locationId }
}

function deltaOf(level: Untold, state: string): Quantity {
  return level.deltas.get(state) ?? ZERO
}

function tell(level: Untold, state: string, quantity: Quantity, rises: boolean): void {
  level.deltas.set(state, deltaOf(level, state)[rises ? "minus" : "plus"](quantity))
}

function risesOf(level: Untold): [string, Quantity][] {
  return [...level.deltas].filter(([, delta]) => delta.isGreaterThan(0))
}

function fallsOf(level: Untold): [string, Quantity][] {
  return [...level.deltas]
    .filter(([, delta]) => delta.isLessThan(0))
    .map(([state, delta]) => [state, delta.negated()])
}
