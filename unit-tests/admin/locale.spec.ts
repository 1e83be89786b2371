import { localeTag } from "../../src/admin/lib/locale"

describe("the dashboard's languages", () => {
  it.each([
    ["en", "en"],
    ["ptBR", "pt-BR"],
    ["zhCN", "zh-CN"],
    ["enGB", "en-GB"],
    ["de-AT", "de-AT"],
    ["", "en"],
    [undefined, "en"],
  ])("%s is %s", (language, tag) => {
    expect(localeTag(language)).toBe(tag)
  })

  it("can be given to Intl, which refuses them as they are", () => {
    expect(() => new Intl.DateTimeFormat("ptBR")).toThrow(RangeError)
    expect(() => new Intl.DateTimeFormat(localeTag("ptBR"))).not.toThrow()
  })
})
