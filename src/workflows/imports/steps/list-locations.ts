import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

const PAGE = 500

/** The store's stock locations by name. */
export const listLocationsStep = createStep(
  "stockroom-list-locations",
  async (_, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const locations: { id: string; name: string }[] = []
    for (;;) {
      const { data } = await query.graph({
        entity: "stock_location",
        fields: ["id", "name"],
        pagination: { take: PAGE, skip: locations.length, order: { id: "ASC" } },
      })
      locations.push(...data.map(({ id, name }) => ({ id, name })))
      if (data.length < PAGE) {
        return new StepResponse(locations)
      }
    }
  }
)
