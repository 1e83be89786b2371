import fc from "fast-check"

import { holdGroups, type Proposal } from "../../src/admin/lib/hold-groups"

/** `"Lyon Berlin TEA"`: held there, wanted here. */
function proposal(text: string, index: number, transfer_id: string | null = null): Proposal {
  const [from_location_id, to_location_id, inventory_item_id] = text.split(" ")
  return {
    ...{ from_location_id, to_location_id, inventory_item_id, quantity: "1", transfer_id },
    hold_id: String(index),
  }
}

describe("what one transfer can bring", () => {
  it.each<[string[], string[]]>([
    [["Lyon Berlin TEA", "Lyon Berlin HONEY"], ["0 1"]],
    [
      ["Lyon Berlin TEA", "Oslo Berlin HONEY"],
      ["0", "1"],
    ],
    [
      ["Lyon Berlin TEA", "Lyon Oslo HONEY"],
      ["0", "1"],
    ],
    [
      ["Lyon Berlin TEA", "Lyon Berlin TEA", "Lyon Berlin HONEY"],
      ["0 2", "1"],
    ],
    [[], []],
  ])("of %j", (proposals, groups) => {
    const made = holdGroups(proposals.map((text, index) => proposal(text, index)))
    expect(made.map(({ holdIds }) => holdIds.join(" "))).toEqual(groups)
  })

  it("has every hold that no transfer covers, once", () => {
    const one = fc.tuple(
      fc.constantFrom("Lyon Berlin TEA", "Lyon Berlin HONEY", "Oslo Berlin TEA"),
      fc.constantFrom(null, "itran_1")
    )
    fc.assert(
      fc.property(fc.array(one, { maxLength: 9 }), (list) => {
        const proposals = list.map(([text, transfer], index) => proposal(text, index, transfer))
        const uncovered = proposals.filter(({ transfer_id }) => transfer_id === null)
        expect(
          holdGroups(proposals)
            .flatMap(({ holdIds }) => holdIds)
            .sort()
        ).toEqual(uncovered.map(({ hold_id }) => hold_id).sort())
      })
    )
  })
})
