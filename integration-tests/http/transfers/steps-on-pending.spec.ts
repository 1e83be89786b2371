import { APP_OVER_RECEIPT, BOOT_TIMEOUT } from "../support"
import { testSteps } from "./steps"

jest.setTimeout(BOOT_TIMEOUT)

describe("a transfer that leaves the origin when it is marked pending", () => {
  testSteps("on_pending", APP_OVER_RECEIPT)
})
