import { alertStory } from "../../src/admin/lib/alert-story"
import {
  type ActionRun,
  type Alert,
  hasFailed,
  isMuted,
  isUnderWay,
  mayRetry,
  poolKey,
} from "../../src/admin/lib/low-stock"
import { readRunResult } from "../../src/admin/lib/run-result"

const NOW = new Date("2026-11-28T12:00:00Z")

/** Two mugs were left in Hamburg on Monday, where three are few. */
const ALERT: Alert = {
  id: "ilalert_1",
  inventory_item_id: "iitem_mug",
  place: "location",
  location_id: "sloc_hamburg",
  sales_channel_id: null,
  rule_id: "ilrule_1",
  threshold: "3",
  available: "2",
  current: "2",
  low: true,
  status: "open",
  resolution: null,
  actions: [{ identifier: "notify" }],
  movement_id: "imov_1",
  recovery_movement_id: null,
  recovery_available: null,
  opened_at: "2026-11-23T08:00:00Z",
  acknowledged_at: null,
  acknowledged_by: null,
  resolved_at: null,
  resolved_by: null,
  low_until: null,
  muted_until: null,
  note: null,
}
const SEEN = { acknowledged_at: "2026-11-24T08:00:00Z", acknowledged_by: "user_ada" }
const BY_HAND = {
  status: "resolved",
  resolution: "by_hand",
  resolved_at: "2026-11-25T08:00:00Z",
  resolved_by: "user_bo",
} as const
const RECOVERED = {
  low: false,
  low_until: "2026-11-26T08:00:00Z",
  recovery_movement_id: "imov_2",
  recovery_available: "12",
}

const told = (alert: Partial<Alert>) =>
  alertStory({ ...ALERT, ...alert }).map(({ what, by, movementId, available }) =>
    [what, by, movementId, available].filter((part) => part !== null).join(" ")
  )

describe("the story of an alert", () => {
  it.each<[string, Partial<Alert>, string[]]>([
    ["has just run low", {}, ["opened imov_1 2"]],
    ["was low when a rule was set", { movement_id: null }, ["opened_by_rule 2"]],
    ["was seen", SEEN, ["opened imov_1 2", "acknowledged user_ada"]],
    [
      "was seen, resolved by hand, and recovered later",
      { ...SEEN, ...BY_HAND, ...RECOVERED },
      ["opened imov_1 2", "acknowledged user_ada", "by_hand user_bo", "recovered imov_2 12"],
    ],
    [
      "recovered",
      { ...RECOVERED, status: "resolved", resolution: "recovered" },
      ["opened imov_1 2", "recovered imov_2 12"],
    ],
    [
      "is not low by another rule",
      { ...RECOVERED, recovery_movement_id: null, status: "resolved", resolution: "rule" },
      ["opened imov_1 2", "rule 12"],
    ],
  ])("that %s", (_, alert, story) => {
    expect(told(alert)).toEqual(story)
  })
})

it("an alert is muted until its moment has come", () => {
  expect(isMuted({ muted_until: null }, NOW)).toBe(false)
  expect(isMuted({ muted_until: "2026-11-28T11:59:59Z" }, NOW)).toBe(false)
  expect(isMuted({ muted_until: "2026-12-01T00:00:00Z" }, NOW)).toBe(true)
})

it("stock that is watched at a location, in a channel and together is three stocks", () => {
  const of = { inventory_item_id: "iitem_mug", location_id: null, sales_channel_id: null }
  const keys = [
    poolKey(ALERT),
    poolKey({ ...of, place: "channel", sales_channel_id: "sc_web" }),
    poolKey({ ...of, place: "together" }),
  ]
  expect(new Set(keys).size).toBe(3)
  expect(poolKey({ ...ALERT, place: "location" })).toBe(keys[0])
})

describe("a run", () => {
  const run = (part: Partial<ActionRun>) => ({ attempts: 1, ...part }) as ActionRun
  const LATER = "2026-11-28T12:05:00Z"
  it.each<[string, Partial<ActionRun>, boolean, boolean, boolean]>([
    [
      "due",
      { status: "pending", attempts: 0, next_at: "2026-11-28T12:00:00Z" },
      true,
      false,
      false,
    ],
    ["muted", { status: "pending", attempts: 0, next_at: LATER }, false, false, false],
    ["in hand", { status: "running", next_at: null, last_error: null }, true, false, false],
    ["failing", { status: "pending", next_at: LATER, last_error: "no" }, false, true, true],
    ["failed", { status: "failed", next_at: null, last_error: "no" }, false, true, true],
    ["done at last", { status: "done", next_at: null, last_error: "no" }, false, false, false],
  ])("that is %s", (_, part, underWay, retried, failed) => {
    expect(isUnderWay(run(part), NOW)).toBe(underWay)
    expect(mayRetry(run(part))).toBe(retried)
    expect(hasFailed(run(part))).toBe(failed)
  })
})

describe("what an action has given", () => {
  it.each([
    [null, []],
    [
      { transfer_id: "itrf_1", origin_id: "sloc_lyon", quantity: "9" },
      [{ says: "transfer", id: "itrf_1", originId: "sloc_lyon", quantity: "9" }],
    ],
    [{ transfer_id: null, why: "enough is on its way" }, [{ says: "reason", why: "enoughComing" }]],
    [{ why: "the moon is full" }, [{ says: "other", name: "why", value: "the moon is full" }]],
    [
      { notified: ["feed", "ada@example.com"] },
      [{ says: "notified", whom: ["feed", "ada@example.com"] }],
    ],
    [{ unpublished: [] }, [{ says: "reason", why: "noProduct" }]],
    [{ published: ["prod_1"] }, [{ says: "products", what: "published", ids: ["prod_1"] }]],
    [{ event: "mugs.low" }, [{ says: "event", event: "mugs.low" }]],
    [{ request: { id: 7 } }, [{ says: "other", name: "request", value: '{"id":7}' }]],
  ])("%j", (result, findings) => {
    expect(readRunResult(result)).toEqual(findings)
  })
})
