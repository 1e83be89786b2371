import type { MedusaRequest } from "@medusajs/framework/http"

import { resolveStockroom } from "../../../../../../../modules/inventory"
import type { ToldOfProductResponse } from "../../../../../../types/availability"
import { answering } from "../../../../../../utils/answer"
import { readNames } from "../../../../../../utils/names"
import type { ToldQuery } from "../../../../availability/validators"
import { readProduct, readVariants, requireChannel } from "./helpers"

/** What the shoppers of a sales channel are told of a product's variants now, and what is behind it. */
export const GET = answering(async (req: MedusaRequest, res) => {
  const { sales_channel_id, ...page } = req.validatedQuery as unknown as ToldQuery
  const product = await readProduct(req.scope, req.params.id)
  const channelId = sales_channel_id ?? product.mainChannelId
  await requireChannel(req.scope, channelId)
  const [variants, count] = await readVariants(req.scope, product.id, page)
  const explained = channelId
    ? await resolveStockroom(req.scope).explainAvailability({
        sales_channel_id: channelId,
        variants,
      })
    : []
  const arrivals = explained.flatMap(({ promise }) => promise?.arrivals ?? [])
  res.json({
    told: {
      product_id: product.id,
      sales_channel_id: channelId,
      not_for_sale: product.whyNotIn(channelId),
      variants: explained.map(({ locations: _, ...told }, index) => ({
        ...told,
        title: variants[index].title,
        sku: variants[index].sku,
      })),
    },
    ...{ count, ...page },
    names: await readNames(req.scope, {
      items: arrivals.map((one) => one.inventory_item_id),
      locations: arrivals.map((one) => one.location_id),
    }),
  } satisfies ToldOfProductResponse)
})
