import { ORIGIN_DEDUCTIONS } from "../../../src/core/transfer"
import { BERLIN } from "../../world"
import type { Database } from "../databases"
import { type Fault, Saboteur } from "../property/faults"
import type { RunningModule } from "../start-module"
import { everything, whatBecameOf } from "./account"
import { IDS, openRoad } from "./road"
import { type Freight, STORIES, type Story } from "./stories"

jest.setTimeout(300_000)

const FAULTS: Fault["kind"][] = ["error", "killed", "killed-after"]

const road = openRoad()

/** Two items nobody has transferred yet, 10 each at Berlin: the step opens their levels at Lyon. */
async function freshItems({ service }: RunningModule, run: string): Promise<Freight> {
  const [tea, pot] = ["tea", "pot"].map((name) => `iitem_${name}_${run}`)
  await service.createInventoryItems([tea, pot].map((id) => ({ id, sku: id }) as object))
  await service.createInventoryLevels(
    [tea, pot].map((id) => ({ inventory_item_id: id, location_id: BERLIN, stocked_quantity: 10 }))
  )
  return {
    ...IDS,
    tea,
    pot,
    lines: [tea, pot].map((id) => ({ inventory_item_id: id, quantity: 3 })),
  }
}

/** What a step comes to: what the database says of the transfer, and what was emitted of it. */
interface Outcome {
  account: string[]
  told: string[]
}

/** Makes a story's step where it is broken at one statement, and then again with the same key. */
class Attempt {
  constructor(
    private readonly module: RunningModule,
    private readonly database: Database,
    private readonly saboteur: Saboteur,
    private readonly story: Story
  ) {}

  /** @returns the statement that was broken, null when the step has fewer, and what it came to */
  async make(run: string, fault: Fault | null): Promise<{ broke: string | null } & Outcome> {
    const { service, events } = this.module
    const freight = await freshItems(this.module, run)
    const scene = await this.story.before(service, freight)
    const before = await everything(this.database)
    const told = events.length
    const step = () => this.story.step(service, scene, freight, `key-${run}`)

    if (fault) this.saboteur.arm(fault)
    const first = await step().catch((error: Error) => error)
    this.saboteur.disarm()
    const { broke } = fault ? this.saboteur : { broke: null }
    if (first instanceof Error && fault?.kind === "error") {
      // Refused by Postgres, up to the commit itself: as if nobody had asked, and nobody is told.
      expect(await everything(this.database)).toBe(before)
      expect(events.slice(told)).toEqual([])
    }
    const last = first instanceof Error || fault ? await step() : first
    const id = last?.transfer_id ?? scene.id
    const names = events.slice(told).map(({ name }) => name)
    return {
      broke,
      account: await whatBecameOf(this.database, id),
      told: names.filter((name) => name.startsWith("stockroom.transfer.")),
    }
  }
}

describe.each(ORIGIN_DEDUCTIONS)("when something fails, %s, while", (origin_deduction) => {
  it.each(Object.entries(STORIES))(
    "%s, at any of its statements, nothing is left, and trying again does it once",
    async (_, story) => {
      const module = await road.server({ transfers: { origin_deduction } })
      const saboteur = new Saboteur(module.knex, road.database)
      const attempt = new Attempt(module, road.database, saboteur, story)
      const undisturbed = await attempt.make("undisturbed", null)
      expect(undisturbed.account.slice(0, story.after.length)).toEqual(story.after)

      for (const kind of FAULTS) {
        const broken: string[] = []
        for (let at = 1; ; at++) {
          const { broke, account, told } = await attempt.make(`${kind}_${at}`, { kind, at })
          expect([kind, broke, account]).toEqual([kind, broke, undisturbed.account])
          if (broke === null) break
          broken.push(broke)
          // Nobody can be told of a commit whose answer never came; else the news is told once.
          const unheard = kind === "killed-after" && broke === "commit"
          expect([kind, broke, told]).toEqual([kind, broke, unheard ? [] : undisturbed.told])
        }
        expect(broken[0]).toMatch(/^begin/)
        expect(broken[broken.length - 1]).toBe("commit")
        expect(broken.length).toBeGreaterThanOrEqual(5)
      }
    }
  )
})
