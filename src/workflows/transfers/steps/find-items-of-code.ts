import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom } from "../../../modules/inventory"
import { itemsOfBarcodes } from "./items-of-barcodes"

/** The items that a typed or scanned code means. */
export const findItemsOfCodeStep = createStep(
  "stockroom-find-items-of-code",
  async ({ code }: { code: string }, { container }) =>
    new StepResponse(
      await resolveStockroom(container).itemsOfCode(code, itemsOfBarcodes(container))
    )
)
