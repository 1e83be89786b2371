import { testStore } from "../../../test-store"
import { APP, BOOT_TIMEOUT } from "../../support"
import { POINTS } from "."
import { openStore, type Store } from "./store"

jest.setTimeout(BOOT_TIMEOUT)

testStore({
  medusaConfigFile: APP,
  testSuite: ({ api, getContainer }) => {
    let store: Store

    // The runner restores the shop as it is after this, before each test.
    beforeAll(async () => {
      store = await openStore(true, api as never, getContainer())
    })

    for (const { name, defects } of POINTS) {
      describe(name, () => {
        for (const { fact, scenario } of defects) {
          it(fact, async () => {
            const today = store.again()
            await scenario(today)
            await today.end()
          })
        }
      })
    }
  },
})
