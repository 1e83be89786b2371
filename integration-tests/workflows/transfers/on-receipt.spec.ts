import { APP_ON_RECEIPT, BOOT_TIMEOUT } from "../../http/support"
import { testTakenBack } from "./taken-back"

jest.setTimeout(BOOT_TIMEOUT)

describe("a workflow that fails after a step of a transfer", () => {
  testTakenBack("on_receipt", APP_ON_RECEIPT)
})
