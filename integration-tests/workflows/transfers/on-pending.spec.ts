import { APP, BOOT_TIMEOUT } from "../../http/support"
import { testTakenBack } from "./taken-back"

jest.setTimeout(BOOT_TIMEOUT)

describe("a workflow that fails after a step of a transfer", () => {
  testTakenBack("on_pending", APP)
})
