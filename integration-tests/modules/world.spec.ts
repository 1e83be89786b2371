import { BERLIN, CANDLE, expectConsistent, LYON } from "../world"
import { onStand } from "./support"

const at = (location: string) =>
  `where inventory_item_id = '${CANDLE}' and location_id = '${location}'`

/** What `expectConsistent` must say, of which drift. */
const drifts = {
  "differs from its raw column": `update inventory_level set stocked_quantity = 11 ${at(BERLIN)}`,
  "reserved_quantity is below zero": `update inventory_level set reserved_quantity = -1 ${at(BERLIN)}`,
  "a reservation is below zero": `update reservation_item set quantity = -1 ${at(BERLIN)}`,
  "a reservation lives where there is no level": `update reservation_item set location_id = 'sloc_nowhere' ${at(BERLIN)}`,
  "a level lives although its item is deleted": `update inventory_item set deleted_at = now() where id = '${CANDLE}'`,
  "a level is not in the ledger": `delete from inventory_level_state ${at(BERLIN)}`,
  "the ledger has a level open that is not": `update inventory_level set deleted_at = now() ${at(LYON)}`,
  "is not the sum of its ledger rows": `update inventory_level_state set available = 11 ${at(BERLIN)}`,
  "ledger rows are missing": `update inventory_level_state set sequence = sequence + 1 ${at(BERLIN)}`,
  "does not go on from the one before": `
    insert into inventory_transaction (movement_id, inventory_item_id, location_id, state, quantity,
      balance_before, balance_after, sequence)
    select movement_id, inventory_item_id, location_id, 'available', 1, 3, 4, 100
    from inventory_transaction ${at(BERLIN)} limit 1`,
  "reserved_quantity is not what the states say": `
    update inventory_level set reserved_quantity = 5, raw_reserved_quantity = '{"value":"5"}' ${at(BERLIN)}`,
  "committed is not the sum of the live reservations": `
    update reservation_item set deleted_at = now() ${at(BERLIN)} and line_item_id is not null`,
  "reserved_by_reservations is not the sum of the live reservations": `
    update reservation_item set deleted_at = now() ${at(BERLIN)} and line_item_id is null`,
}

describe("expectConsistent", () => {
  it.each(Object.entries(drifts))("notices: %s", async (problem, drift) => {
    await onStand("stockroom", {}, async (on) => {
      const candle = { inventory_item_id: CANDLE, location_id: BERLIN }
      await on.inventory.createReservationItems([
        { ...candle, quantity: 3, line_item_id: "line_1" },
        { ...candle, quantity: 1 },
      ])

      const drifted = await on.knex.transaction()
      try {
        await drifted.raw(drift)
        await expect(expectConsistent(on.inventory, drifted)).rejects.toThrow(problem)
      } finally {
        await drifted.rollback()
      }
    })
  })
})
