import { FetchError } from "@medusajs/js-sdk"

import { failureOf } from "../../src/admin/lib/failure"

describe("why a request came to nothing", () => {
  it.each([
    [400, "refused"],
    [401, "signed_out"],
    [403, "forbidden"],
    [404, "missing"],
    [409, "refused"],
    [500, "server"],
    [503, "server"],
  ])("%i is %s", (status, kind) => {
    const error = new FetchError("the store's words", "status text", status)
    expect(failureOf(error)).toEqual({ kind, message: "the store's words" })
  })

  it("no answer is offline", () => {
    expect(failureOf(new TypeError("Failed to fetch")).kind).toBe("offline")
  })
})
