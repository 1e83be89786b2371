import { stripVTControlCharacters } from "node:util"

import { testStore } from "../../../test-store"
import { APP_WITHOUT_STOCKROOM, BOOT_TIMEOUT } from "../../support"
import { POINTS } from "."
import type { Defect } from "./defect"
import { openStore, type Store } from "./store"

jest.setTimeout(BOOT_TIMEOUT)

/** What Jest's `expect` throws. */
function isAssertion(error: unknown): error is Error {
  return error instanceof Error && "matcherResult" in error
}

testStore({
  medusaConfigFile: APP_WITHOUT_STOCKROOM,
  testSuite: ({ api, getContainer, dbUtils }) => {
    let store: Store

    beforeAll(async () => {
      store = await openStore(false, api as never, getContainer())
    })

    const play = async (scenario: Defect["scenario"]) => {
      const today = store.again()
      await scenario(today)
      await today.end()
    }

    /** The scenario fails, by an assertion that has received the symptom. */
    const fails = async ({ scenario, onCore, attempts }: Defect) => {
      for (let attempt = 1; attempt <= attempts; attempt++) {
        try {
          await play(scenario)
        } catch (error) {
          if (!isAssertion(error)) throw error
          expect(stripVTControlCharacters(error.message)).toMatch(onCore as string | RegExp)
          return
        }
        await dbUtils.restore()
      }
      throw new Error(`The defect did not show in ${attempts} attempts: is it mended?`)
    }

    for (const { name, defects } of POINTS) {
      describe(name, () => {
        for (const defect of defects) {
          if (defect.onCore === null) {
            it(`${defect.fact}: also without Stockroom`, () => play(defect.scenario))
          } else {
            it(`${defect.fact}: not without Stockroom`, () => fails(defect))
          }
        }
      })
    }
  },
})
