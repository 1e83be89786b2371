/**
 * Who is compared. Each offers the operations it has; all quantities and ids are made by the
 * scenario, so that everybody does the same.
 */
import { createRequire } from "node:module"

import { CORE, loadInventory, STOCKROOM } from "./inventory-module.mjs"
import { RESERVE, RESERVE_MANY } from "./plain-sql.mjs"
import { connect } from "./postgres.mjs"
import { ITEMS, LOCATIONS, rulesSql, seedSql, STOCKED, uniqueId } from "./world.mjs"

const require = createRequire(import.meta.url)
const pg = require("@medusajs/framework/pg")

export const CONTESTANTS = {
  stockroom: {
    title: "Stockroom",
    open: async (options) => operations(await openSeeded(STOCKROOM, options)),
  },
  core: {
    title: "core",
    open: async (options) => operations(await openSeeded(CORE, options)),
  },
  locked: {
    title: "core with lock",
    open: async (options) =>
      lockedOperations(await openSeeded(CORE, { ...options, locking: "medusa" })),
  },
  sql: {
    title: "plain SQL",
    open: async (options) => {
      await (await openSeeded(STOCKROOM, options)).stop()
      return plainOperations(options)
    },
  },
}

/** Who is compared at the checkout, where every call is made in a lock. */
export const AT_CHECKOUT = {
  locked: CONTESTANTS.locked,
  queued: {
    title: "Stockroom, Medusa's lock",
    open: async (options) =>
      lockedOperations(await openSeeded(STOCKROOM, { ...options, locking: "medusa" })),
  },
  passing: {
    title: "Stockroom, its provider",
    open: async (options) =>
      lockedOperations(await openSeeded(STOCKROOM, { ...options, locking: "stockroom" })),
  },
}

/** Stockroom beside itself, where stock is watched. */
export const WATCHED = {
  stockroom: { ...CONTESTANTS.stockroom, title: "no rules" },
  watched: {
    title: "10,000 rules",
    open: async (options) =>
      operations(await openSeeded(STOCKROOM, { ...options, also: rulesSql("location") })),
  },
  together: {
    title: "10,000 rules, locations together",
    open: async (options) =>
      operations(await openSeeded(STOCKROOM, { ...options, also: rulesSql("together") })),
  },
}

/** An empty database gets the module's tables and the same stock as everybody's. */
async function openSeeded(resolve, { url, pool, locking, also = "" }) {
  const module = await loadInventory({ resolve, url, pool, locking })
  await module.migrate()
  const client = await connect(url)
  await client.query(seedSql(ITEMS, LOCATIONS, STOCKED))
  await client.query(also)
  await client.query("analyze")
  await client.end()
  await module.start()
  return module
}

function operations({ service, stop }) {
  return {
    reserve: (inputs) => service.createReservationItems(inputs),
    /** For preparations: without a lock. */
    reserveQuietly: (inputs) => service.createReservationItems(inputs),
    remove: ({ id }) => service.deleteReservationItems(id),
    adjust: (itemId, locationId, by) => service.adjustInventory(itemId, locationId, by),
    set: (itemId, locationId, quantity) =>
      service.updateInventoryLevels({
        inventory_item_id: itemId,
        location_id: locationId,
        stocked_quantity: quantity,
      }),
    list: (ids) => service.listInventoryItems({ id: ids }, { relations: ["location_levels"] }),
    stop,
  }
}

/**
 * As core's workflow steps call it: `locking.execute` with the item ids, as they come, and the
 * default time-out of 5 s (`cart/steps/reserve-inventory`, `reservation/steps/delete-reservations`,
 * `inventory/steps/adjust-inventory-levels`). They set levels and list without a lock.
 */
function lockedOperations(module) {
  const { locking } = module
  const { reserve, remove, adjust, ...others } = operations(module)
  return {
    ...others,
    /** Locks of carts that have crossed stay for good, also when their calls have timed out. */
    releaseLocks: () => locking.releaseAll(),
    reserve: (inputs) =>
      locking.execute([...new Set(inputs.map((one) => one.inventory_item_id))], () =>
        reserve(inputs)
      ),
    remove: (reservation) =>
      locking.execute([reservation.inventory_item_id], () => remove(reservation)),
    adjust: (itemId, locationId, by) =>
      locking.execute([itemId], () => adjust(itemId, locationId, by)),
  }
}

function plainOperations({ url, pool }) {
  const connections = new pg.Pool({ connectionString: url, min: pool, max: pool })
  const run = async (statement, values) => (await connections.query({ ...statement, values })).rows
  return {
    async reserve(inputs) {
      const [{ inventory_item_id, location_id, quantity, line_item_id }] = inputs
      if (inputs.length === 1) {
        const ids = [uniqueId("resitem"), uniqueId("imov")]
        const values = [inventory_item_id, location_id, quantity, ids[0], line_item_id, ids[1]]
        if (!(await run(RESERVE, values)).length) throw new Error("not enough stock")
        return
      }
      // The scenarios reserve the same quantity of each at one location.
      const [{ count }] = await run(RESERVE_MANY, [
        inputs.map((one) => one.inventory_item_id),
        ...[location_id, quantity],
        inputs.map(() => uniqueId("resitem")),
        inputs.map((one) => one.line_item_id),
        inputs.map(() => uniqueId("imov")),
      ])
      if (count < inputs.length) throw new Error("not enough stock")
    },
    stop: () => connections.end(),
  }
}
