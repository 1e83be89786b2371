import { newKey } from "../../src/admin/lib/new-key"
import { refusedField } from "../../src/admin/lib/refused-field"

it.each([
  ["changes[0].quantity must not be negative", "quantity", "must not be negative"],
  ["changes[0].to must differ from changes[0].from", "to", "must differ from changes[0].from"],
  ['reason must be one of damaged, not "x"', "reason", 'must be one of damaged, not "x"'],
  ["note is too long", "note", "is too long"],
  ["Item iitem_1 has too little", null, "Item iitem_1 has too little"],
  ["changes[1].quantity is odd", null, "changes[1].quantity is odd"],
  ["", null, ""],
])("finds the field of %j", (message, field, problem) => {
  expect(refusedField(message)).toEqual({ field, problem })
})

it("a new key is long, and never the same", () => {
  const keys = Array.from({ length: 1_000 }, newKey)
  expect(new Set(keys).size).toBe(1_000)
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
})
