import {
  isNarrowed,
  readTransferQuery,
  transferParams,
  transfersBehind,
  transfersRequest,
  withTransferFilter,
} from "../../src/admin/lib/transfer-query"

const read = (address: string) => readTransferQuery(new URLSearchParams(address))

describe("the address of the page of transfers", () => {
  it.each([
    "",
    "status=open",
    "status=partial&q=T-1001",
    "origin_id=sloc_1&origin_id=sloc_2&destination_id=sloc_3",
    "location_id=sloc_1&inventory_item_id=iitem_1",
    "expected_from=2026-11-01&expected_until=2026-11-30&page=3",
  ])("%j is read and written again", (address) => {
    expect(transferParams(read(address)).toString()).toBe(address)
  })

  it.each(["status=lost", "page=0", "page=x", "origin_id=", "of=everything"])(
    "%j says nothing that the page knows",
    (address) => {
      expect(read(address)).toEqual(read(""))
      expect(isNarrowed(read(address))).toBe(false)
    }
  )

  it("another filter begins at the first page", () => {
    const query = withTransferFilter(read("page=3"), "origin_id", ["sloc_1"])
    expect(transferParams(query).toString()).toBe("origin_id=sloc_1")
    expect(isNarrowed(query)).toBe(true)
    expect(withTransferFilter(query, "origin_id", [])).toEqual(read(""))
  })
})

describe("what is asked of the API", () => {
  it("open are those that are behind what is incoming", () => {
    expect(transfersRequest(read("status=open"), 20)).toEqual({
      status: ["pending", "partial"],
      limit: 20,
      offset: 0,
    })
  })

  it("days are whole days where the person is", () => {
    expect(
      transfersRequest(read("expected_from=2026-11-01&expected_until=2026-11-01"), 20)
    ).toEqual({
      expected_from: new Date(2026, 10, 1).toISOString(),
      expected_until: new Date(2026, 10, 2).toISOString(),
      limit: 20,
      offset: 0,
    })
  })

  it("later pages are further on", () => {
    expect(transfersRequest(read("page=3&q=MUG"), 20)).toEqual({ q: "MUG", limit: 20, offset: 40 })
  })
})

it("a level's incoming leads to the transfers from or to there that have not ended", () => {
  expect(transfersBehind("iitem_1", "sloc_1")).toBe(
    "/inventory/transfers?status=open&location_id=sloc_1&inventory_item_id=iitem_1"
  )
  expect(transfersBehind("iitem_1", null)).toBe(
    "/inventory/transfers?status=open&inventory_item_id=iitem_1"
  )
})
