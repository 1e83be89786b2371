import { type CustomField, missingFields, readCustomFields } from "../../../src/core/transfer"

const FIELDS: CustomField[] = [
  { key: "truck", label: "Truck", type: "text", required: true },
  { key: "pallets", label: "Pallets", type: "number", required: false },
  { key: "cooled", label: "Cooled", type: "boolean", required: false },
  { key: "slot", label: "Slot", type: "date", required: false },
  { key: "dock", label: "Dock", type: "select", required: false, options: ["North", "South"] },
]

describe("a merchant's own fields", () => {
  it("take what they are declared for", () => {
    const values = { truck: "B-1", pallets: 2.5, cooled: false, slot: "2026-02-28", dock: "North" }
    expect(readCustomFields(FIELDS, values)).toEqual(values)
  })

  it("leave out what is empty", () => {
    expect(readCustomFields(FIELDS, { truck: null, dock: "", pallets: undefined })).toEqual({})
  })

  it.each([
    [{ colour: "red" }, "custom_fields.colour is not declared"],
    [{ truck: 1 }, "custom_fields.truck must be a text"],
    [{ pallets: "2" }, "custom_fields.pallets must be a number"],
    [{ pallets: Infinity }, "custom_fields.pallets must be a number"],
    [{ cooled: "yes" }, "custom_fields.cooled must be true or false"],
    [{ slot: "2026-02-31" }, "custom_fields.slot must be a date"],
    [{ slot: "tomorrow" }, "custom_fields.slot must be a date"],
    [{ dock: "West" }, "custom_fields.dock must be one of North, South"],
  ])("refuse %j", (values, problem) => {
    expect(() => readCustomFields(FIELDS, values)).toThrow(problem)
  })

  it.each([
    [{}, ["truck"]],
    [{ truck: null }, ["truck"]],
    [{ truck: "B-1" }, []],
  ])("of %j are missing %j", (values, missing) => {
    expect(missingFields(FIELDS, values).map(({ key }) => key)).toEqual(missing)
  })
})
