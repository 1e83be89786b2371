import fc from "fast-check"

import { ORIGIN_DEDUCTIONS, REJECT_DISPOSITIONS } from "../../../src/core/transfer"
import { BERLIN, LYON, OSLO } from "../../world"
import { Fleet, type Op } from "./fleet"
import { openRoad } from "./road"

jest.setTimeout(300_000)

const RUNS = 60
/** The same sequences each time, unless SEED says otherwise. */
const SEED = Number(process.env.SEED ?? 20_261_128)
const PLACES = [BERLIN, LYON, OSLO]

const which = fc.nat(4)
const item = fc.constantFrom("tea" as const, "pot" as const)
/** In quarters, so that sums have decimals. */
const quantity = (max: number) => fc.nat(max * 4).map((quarters) => quarters / 4)
const route = fc
  .tuple(fc.constantFrom(...PLACES), fc.integer({ min: 1, max: 2 }))
  .map(([from, on]) => ({ from, to: PLACES[(PLACES.indexOf(from) + on) % 3] }))
const load = fc.record({ tea: quantity(8), pot: quantity(8) })

const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ op: fc.constant("send" as const), route, load }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("at once" as const), route, load }) },
  {
    weight: 6,
    arbitrary: fc.record({
      ...{ op: fc.constant("receive" as const), which, item },
      ...{ accepted: quantity(4), rejected: quantity(3) },
      disposition: fc.constantFrom(...REJECT_DISPOSITIONS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("receive the rest" as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ op: fc.constant("end" as const), which, writeOff: fc.boolean() },
      verb: fc.constantFrom("cancelTransfer" as const, "closeTransfer" as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ op: fc.constant("take back a receipt" as const), which }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("take back sending" as const), which }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("take back the end" as const), which }) }
)

const road = openRoad()

describe.each(ORIGIN_DEDUCTIONS)("any sequence of what can be done to transfers, %s,", (mode) => {
  it.each([true, false])(
    "loses only what was discarded or written off (over-receipt allowed: %s)",
    async (allow_over_receipt) => {
      const transfers = { origin_deduction: mode, allow_over_receipt }
      const { service } = await road.server({ transfers })
      let runs = 0
      let done = 0
      await fc.assert(
        fc.asyncProperty(fc.array(op, { minLength: 3, maxLength: 20 }), async (sequence) => {
          const fleet = await Fleet.at(service, road.database, `run${++runs}`)
          for (const one of sequence) {
            await fleet.do(one)
            await fleet.check()
          }
          done += fleet.done
        }),
        // Each step towards a smaller example would play on the database for seconds.
        { numRuns: RUNS, seed: SEED, endOnFailure: true }
      )
      // Most of what is asked for is possible.
      expect(done).toBeGreaterThan(RUNS * 3)
    }
  )
})
