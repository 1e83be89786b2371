import { networkOf, normalizeEmail } from "../../src/core/back-in-stock"

describe("an address of e-mail", () => {
  it("is one for all ways to write it", () => {
    expect(normalizeEmail(" Ada@Example.com ")).toBe("ada@example.com")
  })
})

describe("the network of who asks", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    // As a server sees it that listens on both.
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:12:34:5:6:7:8", "2001:db8:12:34::/64"],
    ["2001:0DB8:0012:0034::9", "2001:db8:12:34::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:db8::1:2:3:4:5", "2001:db8:0:1::/64"],
    ["64:ff9b::203.0.113.7", "64:ff9b:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    // A header may say anything.
    ["unknown", "unknown"],
    ["", ""],
  ])("of %s is %s", (ip, network) => {
    expect(networkOf(ip)).toBe(network)
  })
})
