/** Something that an action has given, as far as it can be told in words. */
export type RunFinding =
  | { says: "transfer"; id: string; quantity: string; originId: string }
  | { says: "notified"; whom: string[] }
  | { says: "products"; what: "unpublished" | "published"; ids: string[] }
  | { says: "event"; event: string }
  | { says: "reason"; why: "nothingToSpare" | "enoughComing" | "noProduct" }
  | { says: "other"; name: string; value: string }

/** Why the built-in actions have done nothing. */
const REASONS: Record<string, "nothingToSpare" | "enoughComing"> = {
  "no other location has any to spare": "nothingToSpare",
  "enough is on its way": "enoughComing",
}

/** Reads what an action has given. What is not of a built-in action is told by name and value. */
export function readRunResult(result: Record<string, unknown> | null): RunFinding[] {
  const {
    transfer_id,
    quantity,
    origin_id,
    why,
    notified,
    unpublished,
    published,
    event,
    ...others
  } = result ?? {}
  const findings: RunFinding[] = []
  if (typeof transfer_id === "string") {
    findings.push({
      says: "transfer",
      id: transfer_id,
      quantity: String(quantity ?? ""),
      originId: String(origin_id ?? ""),
    })
  }
  if (typeof why === "string") {
    findings.push(
      why in REASONS
        ? { says: "reason", why: REASONS[why] }
        : { says: "other", name: "why", value: why }
    )
  }
  if (isTexts(notified)) {
    findings.push({ says: "notified", whom: notified })
  }
  if (typeof event === "string") {
    findings.push({ says: "event", event })
  }
  for (const [what, ids] of Object.entries({ unpublished, published })) {
    if (isTexts(ids)) {
      findings.push(
        ids.length
          ? { says: "products", what: what as "unpublished" | "published", ids }
          : { says: "reason", why: "noProduct" }
      )
    }
  }
  const rest = Object.entries(others).map(([name, value]): RunFinding => ({
    says: "other",
    name,
    value: typeof value === "string" ? value : JSON.stringify(value),
  }))
  return [...findings, ...rest]
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string")
}
