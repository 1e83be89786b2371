import translations from "../../src/admin/i18n"
import { decodeText, doneShare, TEMPLATE } from "../../src/admin/lib/import-file"
import { readHeader, ROW_ERRORS } from "../../src/core/import"

describe("a file that was chosen", () => {
  it.each([
    ["UTF-8", [0xc3, 0xa9, 0x2c], "é,"],
    ["UTF-8 with its mark", [0xef, 0xbb, 0xbf, 0x61], "a"],
    ["what Windows wrote", [0xe9, 0x3b], "é;"],
    ["UTF-16, little end first", [0xff, 0xfe, 0xe9, 0x00], "é"],
    ["UTF-16, big end first", [0xfe, 0xff, 0x00, 0xe9], "é"],
  ])("may be %s", (_, bytes, text) => {
    expect(decodeText(new Uint8Array(bytes))).toBe(text)
  })

  it("may begin with the template", () => {
    expect(readHeader(TEMPLATE.trim().split(","))).toMatchObject({ ignored: [] })
  })
})

describe("applying", () => {
  it("comes along, phase by phase", () => {
    const shares = [
      doneShare(null),
      doneShare({ phase: "reading", done: 0, total: 0 }),
      doneShare({ phase: "reading", done: 5_000, total: 10_000 }),
      doneShare({ phase: "locking", done: 0, total: 10_000 }),
      doneShare({ phase: "writing", done: 0, total: 10_000 }),
      doneShare({ phase: "telling", done: 0, total: 10_000 }),
    ]
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBeLessThan(1)
  })
})

it.each(Object.entries(translations))(
  "%s has words for every error of a row",
  (_, { stockroom }) => {
    for (const [code, english] of Object.entries(ROW_ERRORS)) {
      const text = (stockroom.imports.rowErrors as Record<string, string>)[code] ?? ""
      const variables = (said: string) =>
        [...said.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
      expect({ code, variables: variables(text).sort() }).toEqual({
        code,
        variables: variables(english).sort(),
      })
    }
  }
)
