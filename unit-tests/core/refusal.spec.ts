import { Refusal } from "../../src/core/refusal"

describe("a refusal", () => {
  it.each([
    [
      Refusal.invalid("quantity", "is required"),
      "invalid_data",
      "quantity is required",
      { field: "quantity" },
    ],
    [Refusal.notFound("Gone", { id: 1 }), "not_found", "Gone", { id: 1 }],
    [Refusal.notAllowed("No"), "not_allowed", "No", {}],
    [Refusal.conflict("Late", { current: "2" }), "conflict", "Late", { current: "2" }],
  ])("%s is told with its code and particulars", (refusal, code, message, details) => {
    expect(refusal).toBeInstanceOf(Error)
    expect(refusal).toMatchObject({ name: "Refusal", code, message, details })
  })
})
