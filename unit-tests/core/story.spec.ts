import type { Entry, MovementKind } from "../../src/core/movement"
import { exact } from "../../src/core/quantity"
import type { State } from "../../src/core/state"
import { type StoryMovement, tellStory } from "../../src/core/story"

let ids = 0
const movement = (
  kind: MovementKind,
  entries: Partial<Record<State, number>>,
  more: Partial<StoryMovement> = {}
): StoryMovement => ({
  ...{ id: `imov_${++ids}`, kind, at: `2026-11-0${ids}T12:00:00Z`, reason: null, note: null },
  ...{ correlationId: null, fulfillmentId: null, returnId: null, actorType: "user", actorId: "u" },
  entries: Object.entries(entries).map(([state, quantity]): Entry => ({
    ...{ itemId: "BOLT", locationId: "Berlin", state: state as State },
    quantity: exact(quantity),
  })),
  ...more,
})

const told = (movements: StoryMovement[]) =>
  tellStory(movements).map(
    ({ kind, entries }) =>
      `${kind}: ${entries.map((one) => `${one.state} ${one.quantity.toFixed()}`).join(", ")}`
  )

describe("an order's story", () => {
  it("is one commitment, however many lines one checkout took", () => {
    const correlationId = "req"
    expect(
      told([
        movement("commit", { available: -1, committed: 1 }, { correlationId }),
        movement("commit", { available: -2, committed: 2 }, { correlationId }),
        movement("hold", { available: -4, reserved: 4 }, { correlationId }),
      ])
    ).toEqual(["commit: available -3, committed 3", "hold: available -4, reserved 4"])
  })

  it("is one fulfilment, where Medusa made an adjustment and a release of it", () => {
    const fulfillmentId = "ful"
    expect(
      told([
        movement("adjust", { available: -2 }, { fulfillmentId }),
        movement("release", { committed: -2, available: 2 }, { fulfillmentId }),
        movement("fulfil", { fulfilled: 2 }, { fulfillmentId }),
      ])
    ).toEqual(["fulfil: committed -2, fulfilled 2"])
  })

  it("tells a fulfilment from its cancellation", () => {
    const fulfillmentId = "ful"
    expect(
      told([
        movement("fulfil", { committed: -2, fulfilled: 2 }, { fulfillmentId }),
        movement("unfulfil", { committed: 2, fulfilled: -2 }, { fulfillmentId }),
      ])
    ).toEqual(["fulfil: committed -2, fulfilled 2", "unfulfil: committed 2, fulfilled -2"])
  })

  it("tells each receipt of a return", () => {
    const returnId = "return"
    expect(
      told([
        movement("restock", { available: 1 }, { returnId, correlationId: "monday" }),
        movement("restock", { damaged: 1 }, { returnId, correlationId: "tuesday" }),
      ])
    ).toEqual(["restock: available 1", "restock: damaged 1"])
  })

  it("names who did it first", () => {
    const [event] = tellStory([
      movement("adjust", { available: -2 }, { fulfillmentId: "f", actorId: "ada" }),
      movement(
        "fulfil",
        { fulfilled: 2 },
        { fulfillmentId: "f", actorType: "system", actorId: null }
      ),
    ])
    expect([event.kind, event.actorType, event.actorId]).toEqual(["fulfil", "user", "ada"])
  })
})
