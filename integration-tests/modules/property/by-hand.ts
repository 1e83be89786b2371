import { type Books } from "./books"
import { decimal } from "./decimal"
import {
  type Balances,
  type ChangesInput,
  type Entry,
  type Key,
  keyOf,
  nameOf,
  negated,
  onHand,
  Refused,
  type State,
  valid,
} from "./terms"

const BY_HAND: readonly string[] = ["available", "reserved", "damaged", "safety", "quality_control"]
const UNDOABLE: readonly string[] = ["set", "adjust", "count", "move", "incoming", "undo"]

export function changeStock(on: Books, input: ChangesInput): void {
  const changes = input.changes.map((change) => {
    const { op, state, from, to } = change
    const expected = change.expected === undefined ? undefined : valid(decimal(change.expected))
    const named = op === "move" ? [from, to] : op === "count" ? [] : [state]
    const known = named.every((one) => BY_HAND.includes(one as string))
    const quantity = decimal(change.quantity)
    const signed = op === "adjust" || (op === "set" && state === "available")
    if (!known || (op === "move" && from === to) || quantity === null) {
      throw new Refused("invalid_data")
    }
    if (!signed && quantity < 0n) {
      throw new Refused("invalid_data")
    }
    return { ...change, quantity, expected, key: keyOf(change) }
  })
  const content = JSON.stringify(input)
  const earlier = on.keys.get(input.idempotency_key ?? "")
  if (earlier) {
    if (earlier.content !== content) {
      throw new Refused("conflict")
    }
    return
  }
  on.requireLevels(changes.map(({ key }) => key))

  const working = new Map(changes.map(({ key }) => [nameOf(key), { ...on.balance(key) }]))
  const entries = changes.flatMap(({ key, quantity, expected, ...change }): Entry[] => {
    const now = working.get(nameOf(key)) as Balances
    const state = (change.op === "move" ? change.from : (change.state ?? "available")) as State
    const figure = change.op === "count" ? onHand(now) : now[state]
    if (expected !== undefined && expected !== figure) {
      throw new Refused("conflict")
    }
    const made =
      change.op === "move"
        ? [
            { ...key, state, quantity: -quantity },
            { ...key, state: change.to as State, quantity },
          ]
        : [{ ...key, state, quantity: change.op === "adjust" ? quantity : quantity - figure }]
    made.forEach((entry) => (now[entry.state] += entry.quantity))
    return made
  })
  const before = on.snapshot(changes.map(({ key }) => key))
  const ops = new Set(changes.map(({ op }) => op))
  const movement = on.post({
    kind: ops.size === 1 ? changes[0].op : "adjust",
    entries,
    reason: input.reason,
    key: input.idempotency_key,
  })
  refuseByHand(on, before, input.allow_negative ?? false)
  if (input.idempotency_key && movement) {
    on.keys.set(input.idempotency_key, { content, movement })
  }
}

export function undo(
  on: Books,
  id: string,
  { allow_negative = false }: { allow_negative?: boolean }
): void {
  const movement = on.movements.find((one) => one.id === id)
  if (!movement) {
    throw new Refused("not_found")
  }
  if (on.undone.has(id) || !UNDOABLE.includes(movement.kind)) {
    throw new Refused("conflict")
  }
  on.requireLevels(movement.entries)
  const before = on.snapshot(movement.entries)
  on.post({ kind: "undo", entries: movement.entries.map(negated), reverses: id }, { always: true })
  refuseByHand(on, before, allow_negative)
  on.undone.add(id)
}

export function refuseByHand(on: Books, before: [Key, Balances][], allowNegative: boolean): void {
  for (const [key, was] of before) {
    const now = on.balance(key)
    const short = now.available < 0n && now.available < was.available && !allowNegative
    const states = [
      now.damaged,
      now.safety,
      now.quality_control,
      now.reserved - on.held(key) - on.heldForOrders(key),
    ]
    if (short || states.some((quantity) => quantity < 0n)) {
      throw new Refused("not_allowed")
    }
  }
}
