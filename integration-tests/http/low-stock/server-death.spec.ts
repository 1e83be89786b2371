import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { createDatabase, type Database } from "../../modules/databases"
import { runMedusa, type ServerProcess, startProcess } from "../../processes"
import { client } from "../client"
import { adminOf, type Answer, type Shop } from "../shop"
import { eventually } from "../support"
import { APP_LOW_STOCK } from "./world"

const LOGIN = { email: "admin@stockroom.test", password: "supersecret" }

jest.setTimeout(900_000)

/** One item, ten of it in Berlin; low at 5. Its rule has two actions, of which the second can be made to wait. */
describe("a server dies", () => {
  let database: Database
  let folder: string
  let env: NodeJS.ProcessEnv
  const file = (name: string) => join(folder, name)
  const started: ServerProcess[] = []

  async function start() {
    const log = file(`server-${started.length}.log`)
    const server = await startProcess(APP_LOW_STOCK, env, log)
    started.push(server)
    const api = client(server.url)
    const { data } = await api.post("/auth/user/emailpass", LOGIN, {})
    const admin = adminOf(api, { authorization: `Bearer ${data.token}` })
    return { admin, kill: server.kill }
  }

  beforeAll(async () => {
    database = await createDatabase()
    folder = mkdtempSync(join(tmpdir(), "stockroom-death-"))
    env = {
      ...process.env,
      NODE_OPTIONS: "",
      NODE_ENV: "production",
      MEDUSA_DISABLE_TELEMETRY: "true",
      LOG_LEVEL: "error",
      DATABASE_URL: database.url,
    }
    await runMedusa(APP_LOW_STOCK, ["db:migrate", "--execute-all-links"], env)
    await runMedusa(APP_LOW_STOCK, ["user", "-e", LOGIN.email, "-p", LOGIN.password], env)
  })

  afterAll(async () => {
    for (const { kill } of started) await kill()
    rmSync(folder, { recursive: true, force: true })
    await database.drop()
  })

  it("between commit and action, then during an action: all have run in the end, what was done only once", async () => {
    writeFileSync(file("hang"), "")
    // The first server gets no further than the commit: it cannot take anything in hand.
    await database.sql(`
      create function test_not_begun() returns trigger language plpgsql as
        $$ begin raise exception 'the server is as good as dead'; end $$;
      create trigger test_not_begun before update on inventory_low_stock_run
        for each statement execute function test_not_begun()`)
    const first = await start()
    await lowStock(first.admin, [
      { identifier: "write_down", options: { file: file("quick.log") } },
      {
        identifier: "write_down_too",
        options: { file: file("slow.log"), while_exists: file("hang") },
      },
    ])
    const opened = await runs(first.admin)
    expect(opened).toMatchObject([{ status: "pending" }, { status: "pending" }])
    await first.kill()
    await database.sql("drop trigger test_not_begun on inventory_low_stock_run")

    // Nobody has told the second server; its job finds both, and it dies while the slow one is under way.
    const second = await start()
    await eventually(async () => {
      expect(lines("slow.log")).toHaveLength(1)
      expect(await statuses(second.admin)).toEqual(["done", "running"])
    }, 90_000)
    await second.kill()
    rmSync(file("hang"))

    // A claim lasts a minute, which is made to pass.
    const third = await start()
    await database.sql(
      `update inventory_low_stock_run set next_at = now(), claimed_until = now()
        where status = 'running'`
    )
    await eventually(async () => {
      expect(await statuses(third.admin)).toEqual(["done", "done"])
    }, 90_000)

    const [quick, slow] = opened
    expect(lines("quick.log")).toEqual([`begun ${quick.id}`, `done ${quick.id}`])
    expect(lines("slow.log")).toEqual([`begun ${slow.id}`, `begun ${slow.id}`, `done ${slow.id}`])
    expect((await runs(third.admin)).map(({ attempts }) => attempts)).toEqual([1, 2])
  })

  const lines = (name: string) => readFileSync(file(name), "utf8").trim().split("\n")
  const statuses = async (admin: Shop["admin"]) =>
    (await runs(admin)).map(({ status }) => status as string)
})

/** The runs of the alert, in the order of the rule's actions. */
async function runs(admin: Shop["admin"]): Promise<Answer[]> {
  const { runs: found } = await admin.get("/stockroom/low-stock/runs")
  return found.sort((a: Answer, b: Answer) => a.position - b.position)
}

async function lowStock(admin: Shop["admin"], actions: Answer[]): Promise<void> {
  const { stock_location } = await admin.post("/stock-locations", { name: "Berlin" })
  const { inventory_item } = await admin.post("/inventory-items", {
    sku: "WIDGET",
    location_levels: [{ location_id: stock_location.id, stocked_quantity: 10 }],
  })
  const level = { inventory_item_id: inventory_item.id, location_id: stock_location.id }
  await admin.post("/stockroom/low-stock/rules", {
    ...level,
    place: "location",
    threshold: 5,
    actions,
  })
  await admin.post("/stockroom/stock", {
    changes: [{ op: "set", state: "available", ...level, quantity: 4 }],
  })
}
