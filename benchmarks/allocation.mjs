#!/usr/bin/env node
/**
 * How long each strategy computes where an order of 100 lines ships from, over 20 locations.
 *
 *     npm run build && npm run bench:allocation     some seconds; prints only
 */
import { createRequire } from "node:module"
import { performance } from "node:perf_hooks"

import { median } from "./driver.mjs"
import { figure, table } from "./report.mjs"

const require = createRequire(import.meta.url)
const { allocate, BUILT_IN_STRATEGIES } = require("../.medusa/server/src/core/allocation")
const { exact } = require("../.medusa/server/src/core/quantity")

const LINES = 100
const LOCATIONS = 20
const ORDERS = 200
const WANTED_MS = 10

/** A shop whose locations each have some of an item, so that many lines fit at no one location. */
function orderOf(seed) {
  let state = seed
  const random = (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % below
  }
  const places = Array.from({ length: LOCATIONS }, (_, index) => ({
    locationId: `sloc_${String(index).padStart(2, "0")}`,
    priority: index,
    coordinates: { latitude: random(180) - 90, longitude: random(360) - 180 },
  }))
  return {
    destination: { latitude: random(180) - 90, longitude: random(360) - 180 },
    items: Array.from({ length: LINES }, (_, index) => ({
      itemId: `iitem_${index}`,
      firm: exact(1 + random(12)),
      backorder: exact(0),
      candidates: places.map((place) => ({ ...place, available: exact(random(9)) })),
      committedAt: null,
      before: null,
    })),
  }
}

const orders = Array.from({ length: ORDERS }, (_, index) => orderOf(index + 1))
const rows = BUILT_IN_STRATEGIES.map((strategy) => {
  const times = orders.map((order) => {
    const start = performance.now()
    allocate(strategy, order)
    return performance.now() - start
  })
  const sorted = times.sort((a, b) => a - b)
  return [strategy.identifier, median(sorted), sorted[Math.floor(ORDERS * 0.99)]]
})
console.log(
  table(
    [`ms for ${LINES} lines over ${LOCATIONS} locations`, "median", "99 %"],
    rows.map(([name, middle, late]) => [name, figure(middle), figure(late)])
  )
)
process.exit(rows.every(([, middle]) => middle < WANTED_MS) ? 0 : 1)
