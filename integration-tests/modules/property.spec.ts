import { createDatabase, type Database } from "./databases"
import { startModule } from "./start-module"
import { Crowd } from "./property/crowd"
import { Lane } from "./property/lane"
import { METHODS } from "./property/model"

/**
 * Random sequences of every operation of the module, and of what Medusa does to the stock of orders,
 * some of them sabotaged, against a small model (property/model.ts) that says beforehand whether each
 * is refused and what it leaves. After every call the database is asked, in SQL of its own, whether
 * level = ledger = Medusa's columns = reservations and holds = model; after a refused or failed call,
 * whether anything at all was written.
 *
 *     SEED=7 npm test -- modules property     the same sequences again
 *     npm run test:long                       many more of them
 */
const LONG = process.env.PROPERTY_STEPS
const STEPS = Number(LONG ?? 20_000)
/** The same in every run of the suite, so that a failure is somebody's change; new in every long run. */
const SEED = Number(process.env.SEED ?? (LONG ? Date.now() % 1_000_000 : 20_261_121))
/** Sequences that run side by side, each on a database of its own. */
const LANES = Number(process.env.LANES ?? 4)

/** Kinds of movements that the sequences must come to, between them. */
const KINDS = ["commit", "hold", "unhold", "cover", "fulfil", "unfulfil", "release", "restore"]

jest.setTimeout(24 * 3_600_000)

describe(`random sequences of calls, SEED=${SEED}`, () => {
  let template: Database

  beforeAll(async () => {
    template = await createDatabase()
    await (await startModule("stockroom", template)).stop()
  })

  afterAll(() => template.drop())

  it(`${STEPS} calls leave what the model says, and are refused where it refuses`, async () => {
    const lanes: Lane[] = []
    for (let seed = SEED; seed < SEED + LANES; seed++) {
      lanes.push(await Lane.open(seed, template))
    }
    const ends = await Promise.allSettled(lanes.map((lane) => lane.run(STEPS / LANES)))
    for (const lane of lanes) await lane.close()

    const failures = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []))
    expect(failures).toEqual([])
    const made = new Set(lanes.flatMap(({ methods }) => [...methods]))
    expect([...made].sort()).toEqual([...METHODS])
    const kinds = new Set(lanes.flatMap((lane) => [...lane.kinds]))
    expect([...kinds]).toEqual(expect.arrayContaining(KINDS))
    for (const { tally } of lanes) {
      expect(tally.refused).toBeGreaterThan(0)
      expect(tally.failed).toBeGreaterThan(0)
    }
  })

  it("calls made at once, on two servers, do what they would do one after another", async () => {
    const crowd = await Crowd.open(SEED, template)
    try {
      await crowd.run(Math.ceil(STEPS / 100))
      expect(crowd.tally.made).toBeGreaterThan(crowd.tally.refused / 10)
      expect(crowd.tally.refused).toBeGreaterThan(0)
    } finally {
      await crowd.close()
    }
  })
})
