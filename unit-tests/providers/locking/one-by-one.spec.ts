import { asValue } from "@medusajs/framework/awilix"
import type { ILockingModule, Logger } from "@medusajs/framework/types"
import { createMedusaContainer, Modules } from "@medusajs/framework/utils"

import inventory from "../../../src/modules/inventory"
import { loadBackEnd } from "../../../src/providers/locking/load-back-end"
import { OneByOne } from "../../../src/providers/locking/one-by-one"

const logger = { info: () => {}, error: console.error } as unknown as Logger

/** Medusa's own in-memory locks, as the provider's loader puts them behind the provider. */
async function inMemory(): Promise<ILockingModule> {
  const container = createMedusaContainer()
  const configModule = { modules: { [Modules.INVENTORY]: { resolve: inventory } } }
  container.register({ logger: asValue(logger), configModule: asValue(configModule) })
  await loadBackEnd({ container, logger, options: { backend: "in-memory" }, moduleOptions: {} })
  return container.resolve(Modules.LOCKING)
}

const BEN = { ownerId: "ben" }

describe("OneByOne", () => {
  let locks: ILockingModule
  let oneByOne: OneByOne
  const isFree = async (key: string) => {
    try {
      await locks.acquire(key, BEN)
      return await locks.release(key, BEN)
    } catch {
      return false
    }
  }

  beforeEach(async () => {
    locks = await inMemory()
    oneByOne = new OneByOne(locks, 1)
  })

  it("holds all keys while the job runs, and none afterwards", async () => {
    const during = await oneByOne.execute(["a", "b", "c"], async () => [
      await isFree("a"),
      await isFree("b"),
      await isFree("c"),
    ])

    expect(during).toEqual([false, false, false])
    expect([await isFree("a"), await isFree("b"), await isFree("c")]).toEqual([true, true, true])
  })

  it("takes a key only when it has the ones before", async () => {
    await locks.acquire("b", { ownerId: "ann" })
    const waiting = oneByOne.execute(["a", "b", "c"], async () => "done")

    expect([await isFree("a"), await isFree("c")]).toEqual([false, true])
    await locks.release("b", { ownerId: "ann" })
    expect(await waiting).toBe("done")
  })

  it("gives up after its patience, and gives back what it had", async () => {
    await locks.acquire("b", { ownerId: "ann" })

    await expect(oneByOne.execute(["a", "b"], async () => "done")).rejects.toThrow("Timed-out")
    expect(await isFree("a")).toBe(true)
  })

  it("waits as long as the caller says", async () => {
    await locks.acquire("b", { ownerId: "ann", expire: 1 })
    setTimeout(() => void locks.release("b", { ownerId: "ann" }), 1_300)

    const result = await oneByOne.execute(["a", "b"], async () => "done", { timeout: 3 })
    expect(result).toBe("done")
  })

  it("stops at the first key that is refused", async () => {
    await locks.acquire("b", { ownerId: "ann" })

    await expect(oneByOne.acquire(["a", "b", "c"], { ownerId: "cem" })).rejects.toThrow('"b"')
    expect(await isFree("c")).toBe(true)
    await oneByOne.releaseAll({ ownerId: "cem" })
    expect(await isFree("a")).toBe(true)
  })

  it("says whether all were released", async () => {
    await oneByOne.acquire(["a", "b"], BEN)

    expect(await oneByOne.release(["a", "b"], BEN)).toBe(true)
    expect(await oneByOne.release(["a", "b"], BEN)).toBe(false)
  })
})

describe("loadBackEnd", () => {
  it("refuses a provider without options by the name of the one that is missing", async () => {
    const container = createMedusaContainer()
    // Medusa passes the module's options in this case, and no `moduleOptions`.
    const options = { providers: [] }

    await expect(
      loadBackEnd({ container, logger, options, moduleOptions: undefined as never })
    ).rejects.toThrow("backend: must be")
  })
})
