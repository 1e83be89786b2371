#!/usr/bin/env node
/**
 * How long each step of a transfer of 1,000 lines takes, the engine alone.
 *
 *     npm run build && npm run bench:transfers      half a minute; prints only
 */
import { performance } from "node:perf_hooks"

import { median } from "./driver.mjs"
import { loadInventory, STOCKROOM } from "./inventory-module.mjs"
import { connect, describeLoad, describeMachine, startServer } from "./postgres.mjs"
import { figure, table } from "./report.mjs"
import { itemId, locationId, seedSql } from "./world.mjs"

const LINES = 1_000
const ROUNDS = 20
const WANTED_MS = 300

const postgres = await startServer()
const url = postgres.url("postgres")
const inventory = await loadInventory({ resolve: STOCKROOM, url, pool: 4 })
await inventory.migrate()
const client = await connect(url)
await client.query(seedSql(LINES, 2, 1_000_000))
await client.query(
  `insert into inventory_location (id) values ('${locationId(1)}'), ('${locationId(2)}')`
)
await client.query("analyze")
await inventory.start()

const { service } = inventory
const times = {}
const timed = async (step, work) => {
  const start = performance.now()
  const result = await work()
  ;(times[step] ??= []).push(performance.now() - start)
  return result
}
const items = Array.from({ length: LINES }, (_, index) => itemId(index + 1))
const input = {
  origin_id: locationId(1),
  destination_id: locationId(2),
  lines: items.map((id) => ({ inventory_item_id: id, quantity: 4 })),
}
const part = items.map((id) => ({ inventory_item_id: id, accepted: 1 }))
for (let round = 0; round < ROUNDS; round++) {
  const { transfer_id: id } = await timed("create", () => service.createTransfer(input))
  await timed("mark pending", () => service.markTransferPending(id))
  await timed("receive a part", () => service.receiveTransfer(id, { lines: part }))
  await timed("receive the rest", () => service.receiveTransfer(id, { accept_rest: true }))
  const { transfer_id: other } = await service.createTransfer(input)
  await service.markTransferPending(other)
  await timed("cancel", () => service.cancelTransfer(other))
  await timed("at once", () => service.transferAtOnce(input))
  await timed("read", () => service.retrieveTransfer(id))
}
const rows = Object.entries(times).map(([step, all]) => {
  const sorted = all.sort((a, b) => a - b)
  return [step, median(sorted), sorted[sorted.length - 1]]
})
console.log(
  table(
    [`ms for ${LINES} lines, ${ROUNDS} times`, "median", "slowest"],
    rows.map(([step, middle, slowest]) => [step, figure(middle), figure(slowest)])
  )
)
console.log(await describeMachine(postgres))
console.log(describeLoad())
await client.end()
await inventory.stop()
await postgres.stop()
const late = rows.filter(([step, middle]) => /pending|receive/.test(step) && middle > WANTED_MS)
process.exitCode = late.length ? 1 : 0
