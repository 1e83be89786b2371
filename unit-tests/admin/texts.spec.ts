import translations from "../../src/admin/i18n"
import { BUILT_IN_STRATEGIES } from "../../src/core/allocation"
import { MOVEMENT_KINDS } from "../../src/core/movement"
import { STATES } from "../../src/core/state"

type Texts = { [key: string]: string | Texts }

const LANGUAGES = Object.entries(translations).map(
  ([language, { stockroom }]) => [language, stockroom as Texts] as const
)
const { en } = Object.fromEntries(LANGUAGES)

/** `history.title` → "Stock history" */
function flat(texts: Texts, path = ""): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [[path + key, text]] : flat(text, `${path}${key}.`)
  )
}

function variables(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
}

describe("the dashboard's texts", () => {
  it("are there in English, German, French and Spanish", () => {
    expect(LANGUAGES.map(([language]) => language)).toEqual(["de", "en", "es", "fr"])
  })

  describe.each(LANGUAGES)("%s", (_, texts) => {
    it("has the same keys as English", () => {
      expect(flat(texts).map(([key]) => key)).toEqual(flat(en).map(([key]) => key))
    })

    it("says something everywhere, with the same variables", () => {
      const english = new Map(flat(en))
      for (const [key, text] of flat(texts)) {
        expect({ key, empty: text.trim() === "", variables: variables(text) }).toEqual({
          key,
          empty: false,
          variables: variables(english.get(key) ?? ""),
        })
      }
    })

    it("has a word for every kind of movement, state and strategy", () => {
      expect(Object.keys(texts.kinds)).toEqual(expect.arrayContaining([...MOVEMENT_KINDS]))
      expect(Object.keys(texts.states)).toEqual(expect.arrayContaining([...STATES]))
      expect(Object.keys(texts.statesInText)).toEqual([...STATES])
      expect(Object.keys((texts.order as Texts).strategies).sort()).toEqual(
        BUILT_IN_STRATEGIES.map(({ identifier }) => identifier).sort()
      )
    })
  })

  it.each(LANGUAGES.filter(([language]) => language !== "en"))(
    "are translated: %s says few things as English does",
    (_, texts) => {
      const english = new Map(flat(en))
      const words = flat(texts).filter(([, text]) =>
        /\p{L}{3}/u.test(text.replace(/\{\{.*?\}\}/g, ""))
      )
      const same = words.filter(([key, text]) => english.get(key) === text)
      expect(same.length / words.length).toBeLessThan(0.1)
    }
  )
})
