import { APP_ON_RECEIPT, BOOT_TIMEOUT } from "../support"
import { testSteps } from "./steps"

jest.setTimeout(BOOT_TIMEOUT)

describe("a transfer that leaves the origin when it is received", () => {
  testSteps("on_receipt", APP_ON_RECEIPT, { custom_fields: { truck: "B-1" } })
})
