import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { resolveStockroom } from "../../../modules/inventory"

interface Input {
  id: string
  locations: { id: string; name: string }[]
}

/** Checks an import again. What it says is the truth of now, so it is not compensated. */
export const recheckImportStep = createStep(
  "stockroom-recheck-import",
  async ({ id, locations }: Input, { container }) =>
    new StepResponse(await resolveStockroom(container).recheckImport(id, locations))
)
