import { createHash } from "node:crypto"

import { type HandChange, objections, proposeByHand } from "../../../core/by-hand"
import { levelName } from "../../../core/level"
import type { Entry, MovementKind } from "../../../core/movement"
import { parseNonNegative, parseQuantity, type Quantity } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"
import type { Entered } from "../../../core/units"
import { HAND_STATES, type HandState, isHandState } from "../../../core/state"
import type { StockCall } from "../posting/poster"
import type { World } from "../posting/world"
import type { Who } from "../request-context"
import type { StockChangeInput, StockChangesInput } from "../types"

/** What a change by hand came to: the movement that records it, and whether it had been made before. */
export interface HandResult {
  /** Null when nothing was to be changed and no idempotency key had to be kept. */
  movementId: string | null
  /** The same key has made this change before; nothing was changed now. */
  repeated: boolean
}

/**
 * Set, adjust, count and move by hand: all of the changes or none, as one movement. Changes of one
 * level are made in order; the rules are checked on what they come to.
 */
export function changeByHand(
  who: Who,
  input: StockChangesInput,
  rules: { reasons: readonly string[] | null }
): StockCall<HandResult> {
  const changes = parseChanges(input.changes)
  refuseReason(input.reason, rules.reasons)
  const key = input.idempotency_key ?? null
  const requestHash = key ? hashOf(input) : null
  return {
    needs: {
      levels: changes.map(({ itemId, locationId }) => ({ itemId, locationId })),
      reservationsOfItems: touchReserved(changes),
      idempotencyKeys: key ? [key] : [],
    },
    decide(world) {
      const earlier = key ? world.keyedMovement(key) : undefined
      if (earlier) {
        refuseOtherContent(key as string, earlier.requestHash, requestHash)
        return { movementId: earlier.movementId, repeated: true }
      }
      world.requireLevels(changes)
      const entries = proposeAll(world, changesInBaseUnits(world, changes))
      const movement = world.move(who, {
        kind: kindOf(changes),
        entries,
        reason: input.reason,
        note: input.note,
        references: input.references,
        idempotencyKey: key,
        requestHash,
      })
      refuseObjections(world, changes, input.allow_negative ?? false)
      return { movementId: movement?.id ?? null, repeated: false }
    },
  }
}

/** A change in the unit in which it was asked for. */
type AskedChange = HandChange & Omit<Entered, "itemId">

function changesInBaseUnits(world: World, changes: AskedChange[]): HandChange[] {
  return changes.map(({ unit, field, ...change }) => {
    const inBase = (quantity: Quantity, of: "quantity" | "expected") =>
      world.inBaseUnits(quantity, { itemId: change.itemId, unit, field: `${field}.${of}` })
    return {
      ...change,
      quantity: inBase(change.quantity, "quantity"),
      // What somebody saw may be off the steps; only what is asked for must not be.
      expected:
        change.expected && (unit == null ? change.expected : inBase(change.expected, "expected")),
    }
  })
}

/**
 * Works the changes out one after the other, each on what the earlier ones leave.
 */
function proposeAll(world: World, changes: HandChange[]): Entry[] {
  const working = new Map(changes.map((change) => [levelName(change), world.requireLevel(change)]))
  return changes.flatMap((change) => {
    const name = levelName(change)
    const level = working.get(name)!
    const entries = proposeByHand(change, level)
    const balances = { ...level.balances }
    entries.forEach(({ state, quantity }) => {
      balances[state] = balances[state].plus(quantity)
    })
    working.set(name, { ...level, balances })
    return entries
  })
}

/** Refuses a change as a whole, naming every level and state that stands against it. */
export function refuseObjections(
  world: World,
  keys: { itemId: string; locationId: string }[],
  allowNegative: boolean
): void {
  const unique = new Map(keys.map((key) => [levelName(key), key]))
  const problems = [...unique.values()].flatMap((key) => {
    const after = world.requireLevel(key)
    const found = objections(world.levelBefore(key), after, { allowNegative })
    if (!found.length) {
      return []
    }
    const holding = [
      ...world
        .allReservations()
        .filter((one) => !one.deletedAt && !one.lineItemId && levelName(one) === levelName(key)),
      ...world.holdsAt(key),
    ].map(({ id }) => id)
    return [
      `Item ${key.itemId} at location ${key.locationId}: ${found.join(", ")}${
        holding.length && found.some((problem) => problem.startsWith("reserved"))
          ? ` (${holding.slice(0, 20).join(", ")})`
          : ""
      }`,
    ]
  })
  if (problems.length) {
    throw Refusal.notAllowed(problems.join("; "), { problems })
  }
}

/** @throws Refusal `conflict` when a key that stands for one request comes with another */
export function refuseOtherContent(key: string, before: string | null, now: string | null): void {
  if (before !== now) {
    throw Refusal.conflict(`The idempotency key ${key} has been used for a different change`, {
      idempotency_key: key,
    })
  }
}

/** @throws Refusal `invalid_data` when the store keeps a list of reasons and this is not in it */
export function refuseReason(
  reason: string | null | undefined,
  reasons: readonly string[] | null
): void {
  if (reason && reasons && !reasons.includes(reason)) {
    throw Refusal.invalid("reason", `must be one of ${reasons.join(", ")}, not "${reason}"`)
  }
}

export function hashOf(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url")
}

function parseChanges(inputs: StockChangeInput[]): AskedChange[] {
  if (!Array.isArray(inputs) || !inputs.length) {
    throw Refusal.invalid("changes", "must list at least one change")
  }
  return inputs.map((input, index) => parseChange(input, `changes[${index}]`))
}

function parseChange(input: StockChangeInput, at: string): AskedChange {
  const { inventory_item_id: itemId, location_id: locationId, unit } = input
  const key = { itemId, locationId, unit, field: at }
  const expected =
    input.expected === undefined || input.expected === null
      ? undefined
      : parseQuantity(input.expected, `${at}.expected`)
  switch (input.op) {
    case "set": {
      const state = handState(input.state, `${at}.state`)
      // `available` alone may be below zero, and may be set so where the caller allows it.
      const quantity =
        state === "available"
          ? parseQuantity(input.quantity, `${at}.quantity`)
          : parseNonNegative(input.quantity, `${at}.quantity`)
      return { ...key, op: "set", state, quantity, expected }
    }
    case "adjust":
      return {
        ...key,
        op: "adjust",
        state: handState(input.state, `${at}.state`),
        quantity: parseQuantity(input.quantity, `${at}.quantity`),
        expected,
      }
    case "count":
      return {
        ...key,
        op: "count",
        quantity: parseNonNegative(input.quantity, `${at}.quantity`),
        expected,
      }
    case "move": {
      const from = handState(input.from, `${at}.from`)
      const to = handState(input.to, `${at}.to`)
      if (from === to) {
        throw Refusal.invalid(`${at}.to`, `must differ from ${at}.from`)
      }
      return {
        ...key,
        op: "move",
        from,
        to,
        quantity: parseNonNegative(input.quantity, `${at}.quantity`),
        expected,
      }
    }
    default:
      throw Refusal.invalid(`${at}.op`, "must be one of set, adjust, count, move")
  }
}

function handState(value: unknown, field: string): HandState {
  if (!isHandState(value)) {
    throw Refusal.invalid(field, `must be one of ${HAND_STATES.join(", ")}`)
  }
  return value
}

/** Items whose reservations a refusal would have to name. */
function touchReserved(changes: HandChange[]): string[] {
  const touching = changes.filter((change) =>
    change.op === "move"
      ? change.from === "reserved"
      : change.op !== "count" && change.state === "reserved"
  )
  return [...new Set(touching.map(({ itemId }) => itemId))]
}

/** A movement is called after its changes; a mixture is an adjustment. */
export function kindOf(changes: { op: HandChange["op"] }[]): MovementKind {
  const ops = new Set(changes.map(({ op }) => op))
  return ops.size === 1 ? changes[0].op : "adjust"
}
