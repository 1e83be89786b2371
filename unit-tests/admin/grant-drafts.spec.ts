import { draftsOf, NEW_DRAFT, readGrantDrafts } from "../../src/admin/lib/grant-drafts"

describe("rights as they are typed", () => {
  it("are read as they were shown", () => {
    const grants = [
      { right: "levels" as const, location_ids: ["Berlin"], max_quantity: "2.5" },
      { right: "transfers" as const, location_ids: null, max_quantity: null },
    ]
    const drafts = draftsOf(grants, "de")
    expect(drafts.map(({ most }) => most)).toEqual(["2,5", ""])
    expect(readGrantDrafts(drafts, "de")).toEqual({ grants, problems: [] })
  })

  it.each([
    [{ locationIds: [] }, { field: "locations", says: "no_location" }],
    [{ most: "many" }, { field: "most", says: "no_number" }],
    [{ most: "0" }, { field: "most", says: "not_above_zero" }],
    [{ most: "-1" }, { field: "most", says: "not_above_zero" }],
  ])("%j is told of at its field", (part, problem) => {
    const drafts = [NEW_DRAFT, { ...NEW_DRAFT, ...part }]
    expect(readGrantDrafts(drafts, "en").problems).toEqual([{ index: 1, ...problem }])
  })

  it("have no limit where none is typed", () => {
    expect(readGrantDrafts([{ ...NEW_DRAFT, most: "  " }], "en")).toEqual({
      grants: [{ right: "levels", location_ids: null, max_quantity: null }],
      problems: [],
    })
  })
})
