import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

const PAGE = 500

/** The store's sales channels by name. */
export const listChannelsStep = createStep("stockroom-list-channels", async (_, { container }) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const channels: { id: string; name: string }[] = []
  for (;;) {
    const { data } = await query.graph({
      entity: "sales_channel",
      fields: ["id", "name"],
      pagination: { take: PAGE, skip: channels.length, order: { id: "ASC" } },
    })
    channels.push(...data.map(({ id, name }) => ({ id, name })))
    if (data.length < PAGE) {
      return new StepResponse(channels)
    }
  }
})
