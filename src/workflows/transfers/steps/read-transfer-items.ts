import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom } from "../../../modules/inventory"
import { itemsOfBarcodes } from "./items-of-barcodes"

/** Reads a file of items for a transfer; with `refuse`, one whose rows are not all good is refused. */
export const readTransferItemsStep = createStep(
  "stockroom-read-transfer-items",
  async ({ content, refuse }: { content: string; refuse: boolean }, { container }) => {
    const stock = resolveStockroom(container)
    const file = await stock.readTransferItems(content, itemsOfBarcodes(container), { refuse })
    return new StepResponse(file)
  }
)
