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
  | "sent"
  | "arrived"
  | "called_off"
  | "not_coming"
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
  /** Where `covered` brings the units, `sent` sends them and `called_off` does not. */
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
    case "transfer_out":
      return [...sends(levels), ...levels.flatMap(rest)]
    case "transfer_in":
      return [...arrives(levels), ...levels.flatMap(rest)]
    case "transfer_cancel":
    case "transfer_close":
      return [...callsOff(levels), ...ordinary(levels)]
    case "move":
      return levels.flatMap(sorts)
    case "restock":
      return levels.flatMap((level) => [...restocks(level), ...rest(level)])
    default:
      return ordinary(levels)
  }
}

/** What orders and people do at one level. */
function ordinary(levels: Untold[]): Sentence[] {
  return levels.flatMap((level) => [
    ...ORDERLY.flatMap((turn) => orderly(level, turn)),
    ...rest(level),
  ])
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

/** Units that are expected at one level now, and are gone, or promised, at another. */
function sends(levels: Untold[]): Sentence[] {
  return levels.flatMap((to): Sentence[] => {
    const from = otherEnd(levels, to)
    const quantity = from ? leaves(from, deltaOf(to, "incoming"), HELD_AND_PROMISED) : ZERO
    if (!from || quantity.isZero()) {
      return []
    }
    tell(to, "incoming", quantity, true)
    return [
      { ...keyOf(from), says: "sent", quantity: quantity.toFixed(), toLocationId: to.locationId },
    ]
  })
}

/** Units that were expected at a level, and can be sold there now. Some have been at the origin until now. */
function arrives(levels: Untold[]): Sentence[] {
  return levels.flatMap((to): Sentence[] => {
    const arrived = least(deltaOf(to, "incoming").negated(), deltaOf(to, "available"))
    if (!arrived.isGreaterThan(0)) {
      return []
    }
    tell(to, "incoming", arrived, false)
    tell(to, "available", arrived, true)
    const from = otherEnd(levels, to)
    const kept = from ? leaves(from, least(arrived, deltaOf(from, "incoming")), HELD) : ZERO
    if (!from || kept.isZero()) {
      return [{ ...keyOf(to), says: "arrived", quantity: arrived.toFixed() }]
    }
    tell(from, "incoming", kept, true)
    const rest = arrived.minus(kept)
    return [
      { ...keyOf(from), says: "covered", quantity: kept.toFixed(), toLocationId: to.locationId },
      ...(rest.isZero()
        ? []
        : [{ ...keyOf(to), says: "arrived" as const, quantity: rest.toFixed() }]),
    ]
  })
}

/** Units that were expected at a level and are not any more. Where they are instead is told besides. */
function callsOff(levels: Untold[]): Sentence[] {
  return levels.flatMap((to): Sentence[] => {
    const ended = deltaOf(to, "incoming").negated()
    if (!ended.isGreaterThan(0)) {
      return []
    }
    tell(to, "incoming", ended, false)
    const from = otherEnd(levels, to)
    const promised = from ? least(ended, deltaOf(from, "incoming")) : ZERO
    if (!from || !promised.isGreaterThan(0)) {
      return [{ ...keyOf(to), says: "not_coming", quantity: ended.toFixed() }]
    }
    tell(from, "incoming", promised, true)
    const quantity = ended.toFixed()
    return [{ ...keyOf(from), says: "called_off", quantity, toLocationId: to.locationId }]
  })
}

/** What an origin gives up when units leave it, and what it shows of those that have not left yet. */
const HELD = ["reserved", "available"]
const HELD_AND_PROMISED = [...HELD, "incoming"]

function otherEnd(levels: Untold[], { itemId, locationId }: Untold): Untold | undefined {
  return levels.find((one) => one.itemId === itemId && one.locationId !== locationId)
}

/** Tells that up to so many units have left the states, and answers how many have. */
function leaves(from: Untold, most: Quantity, states: string[]): Quantity {
  let left = most
  for (const state of states) {
    const part = least(left, deltaOf(from, state).negated())
    if (part.isGreaterThan(0)) {
      tell(from, state, part, false)
      left = left.minus(part)
    }
  }
  return most.isGreaterThan(0) ? most.minus(left) : ZERO
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
