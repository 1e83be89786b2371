import { type LevelKey, levelName } from "../../../core/level"
import type { Entry } from "../../../core/movement"
import { exact, parseQuantity, type Quantity, ZERO } from "../../../core/quantity"
import { Refusal } from "../../../core/refusal"
import { type HandState, isHandState, type State } from "../../../core/state"
import type { Run } from "../posting/connection"
import type { StockCall } from "../posting/poster"
import type { Who } from "../request-context"
import type { DispositionInput } from "../types"
import { refuseObjections, refuseReason } from "./by-hand"

interface Disposition {
  key: LevelKey
  from: HandState
  to: HandState | "discard"
  quantity: Quantity
  /** The unit in which it is asked for. */
  unit: string | null | undefined
  at: string
}

/**
 * Sorts returned units into the states in which they belong, or takes them off the books. At most
 * what the return brought there, and all of it or nothing.
 */
export function disposeReturn(
  who: Who,
  returned: { id: string; orderId: string; locationId: string },
  input: { dispositions: DispositionInput[]; reason?: string | null; note?: string | null },
  rules: { reasons: readonly string[] | null }
): StockCall<{ movementId: string | null }, Map<string, Quantity>> {
  const asked = parse(input.dispositions, returned.locationId)
  refuseReason(input.reason, rules.reasons)
  return {
    needs: {
      levels: asked.map(({ key }) => key),
      reservationsOfItems: itemsTouched(asked),
    },
    load: (run) => loadBrought(run, returned.id),
    decide(world, brought) {
      world.requireLevels(asked.map(({ key }) => key))
      const dispositions = asked.map((disposition) => {
        const { key, from, unit, at } = disposition
        const name = stateName(key, from)
        const has = brought.get(name) ?? ZERO
        // All that has come back may go, in whichever steps it was sold.
        const quantity =
          unit == null && disposition.quantity.isEqualTo(has)
            ? has
            : world.inBaseUnits(disposition.quantity, {
                ...{ itemId: key.itemId, unit, field: `${at}.quantity` },
              })
        if (quantity.isGreaterThan(has)) {
          throw Refusal.invalid(
            `${at}.quantity`,
            `must be at most ${has.toFixed()}, which is what return ${returned.id} has of item ${key.itemId} in ${from}`
          )
        }
        brought.set(name, has.minus(quantity))
        return { ...disposition, quantity }
      })
      const movement = world.move(who, {
        kind: "move",
        reason: input.reason,
        note: input.note,
        entries: dispositions.flatMap(entriesOf),
        references: { order_id: returned.orderId, return_id: returned.id },
      })
      refuseObjections(
        world,
        dispositions.map(({ key }) => key),
        false
      )
      return { movementId: movement?.id ?? null }
    },
  }
}

function parse(inputs: DispositionInput[], locationId: string): Disposition[] {
  if (!inputs.length) {
    throw Refusal.invalid("dispositions", "must list at least one")
  }
  return inputs.map((input, index) => {
    const at = `dispositions[${index}]`
    if (!isHandState(input.from)) {
      throw Refusal.invalid(`${at}.from`, "must be a state that may be changed by hand")
    }
    if (input.to !== "discard" && !isHandState(input.to)) {
      throw Refusal.invalid(`${at}.to`, "must be a state that may be changed by hand, or discard")
    }
    if (input.from === input.to) {
      throw Refusal.invalid(`${at}.to`, `must differ from ${at}.from`)
    }
    const quantity = parseQuantity(input.quantity, `${at}.quantity`)
    if (!quantity.isGreaterThan(0)) {
      throw Refusal.invalid(`${at}.quantity`, `must be above zero, but is ${quantity.toFixed()}`)
    }
    return {
      key: { itemId: input.inventory_item_id, locationId },
      from: input.from,
      to: input.to,
      quantity,
      unit: input.unit,
      at,
    }
  })
}

function itemsTouched(dispositions: Disposition[]): string[] {
  return dispositions
    .filter(({ from, to }) => from === "reserved" || to === "reserved")
    .map(({ key }) => key.itemId)
}

function entriesOf({ key, from, to, quantity }: Disposition): Entry[] {
  return [
    { ...key, state: from, quantity: quantity.negated() },
    ...(to === "discard" ? [] : [{ ...key, state: to as State, quantity }]),
  ]
}

function stateName(key: LevelKey, state: State): string {
  return `${levelName(key)}\u0000${state}`
}

/** What a return has brought to each state, less what has been sorted elsewhere since. */
export async function returnStock(run: Run, returnId: string): Promise<BroughtRow[]> {
  return await run<BroughtRow>(BROUGHT, [returnId])
}

interface BroughtRow {
  inventory_item_id: string
  location_id: string
  state: State
  quantity: string
}

async function loadBrought(run: Run, returnId: string): Promise<Map<string, Quantity>> {
  return new Map(
    (await returnStock(run, returnId)).map((row) => [
      stateName({ itemId: row.inventory_item_id, locationId: row.location_id }, row.state),
      exact(row.quantity),
    ])
  )
}

const BROUGHT = {
  name: "stockroom_brought",
  text: `
    select t.inventory_item_id, t.location_id, t.state, trim_scale(sum(t.quantity))::text as quantity
    from (
      select id from inventory_movement where return_id = $1
      union select movement_id from inventory_movement_reference where return_id = $1
    ) tied
    join inventory_transaction t on t.movement_id = tied.id
    group by 1, 2, 3
    having sum(t.quantity) <> 0
    order by 1, 2, 3`,
}
