import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type {
  EstimateResponse,
  ProductAvailabilityResponse,
  StoreAvailabilityResponse,
  ToldOfProductResponse,
} from "../../../api/types/availability"
import type { Estimate, readEstimateDraft } from "../../lib/estimate-draft"
import type { readDisplayDraft } from "../../lib/display-draft"
import type { Prioritised } from "../../lib/estimate-order"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import type { ProductAvailability, readProductDraft } from "../../lib/product-availability-draft"
import { sdk } from "../../lib/sdk"

const AVAILABILITY = "/admin/stockroom/availability"
const ESTIMATES = "/admin/stockroom/estimates"
const KEY = [STOCKROOM_QUERIES, "availability"]
/** As many as the API answers at once; a store has a handful. */
const MOST_ESTIMATES = 1_000

type StoreAvailability = StoreAvailabilityResponse["store_availability"]
type StoreChange = ReturnType<typeof readDisplayDraft>["request"] &
  Pick<StoreAvailability, "locations">
/** Null as the id of a new one. What is left out stays. */
type EstimateChange = { id: string | null; priority?: number } & Partial<
  ReturnType<typeof readEstimateDraft>["request"]
>

/** What shoppers are told of products without settings of their own. */
export function useStoreAvailability() {
  return useQuery({
    queryKey: [...KEY, "store"],
    queryFn: () => sdk.client.fetch<StoreAvailabilityResponse>(AVAILABILITY),
    select: ({ store_availability }) => store_availability,
    staleTime: 0,
  })
}

export function useSetStoreAvailability() {
  return useAvailabilityMutation((body: StoreChange) =>
    sdk.client.fetch<StoreAvailabilityResponse>(AVAILABILITY, { method: "POST", body })
  )
}

/** All estimates: by priority, then by title. */
export function useEstimates() {
  return useQuery({
    queryKey: [...KEY, "estimates"],
    queryFn: () =>
      sdk.client.fetch<{ estimates: Estimate[] }>(ESTIMATES, { query: { limit: MOST_ESTIMATES } }),
    select: ({ estimates }) => estimates,
    staleTime: 0,
  })
}

/** Makes an estimate, or changes the one with the id. */
export function useSaveEstimate() {
  return useAvailabilityMutation(({ id, ...body }: EstimateChange) => saveEstimate(id, body))
}

/** Gives estimates other places in the list. One after the other, because the store takes them so. */
export function useReorderEstimates() {
  return useAvailabilityMutation(async (order: Prioritised[]) => {
    for (const { id, priority } of order) {
      await saveEstimate(id, { priority })
    }
  })
}

export function useDeleteEstimate() {
  return useAvailabilityMutation((id: string) => sdk.client.fetch(pathOf(id), { method: "DELETE" }))
}

/** What a product's shoppers are told, and how much of it they may order. */
export function useProductAvailability(productId: string) {
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "product", productId, "availability"],
    queryFn: () => sdk.client.fetch<ProductAvailabilityResponse>(productPath(productId)),
    select: ({ product_availability }): ProductAvailability => product_availability,
    staleTime: 0,
  })
}

export function useSetProductAvailability(productId: string) {
  return useAvailabilityMutation((body: ReturnType<typeof readProductDraft>["request"]) =>
    sdk.client.fetch<ProductAvailabilityResponse>(productPath(productId), {
      method: "POST",
      body,
    })
  )
}

export const TOLD_PAGE = 10

/**
 * What the shoppers of a sales channel are told of a product's variants now.
 *
 * @param channelId - null: the product's main one
 * @param page - from 0
 */
export function useToldOfProduct(productId: string, channelId: string | null, page: number) {
  const query = {
    ...(channelId && { sales_channel_id: channelId }),
    ...{ limit: TOLD_PAGE, offset: page * TOLD_PAGE },
  }
  return useQuery({
    queryKey: [STOCKROOM_QUERIES, "product", productId, "told", query],
    queryFn: () =>
      sdk.client.fetch<ToldOfProductResponse>(`${productPath(productId)}/told`, { query }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** The languages that Medusa's settings name for the store, as tags; none where it has no translations. */
export function useStoreLocales() {
  return useQuery({
    queryKey: ["store", "list", STOCKROOM_QUERIES, "locales"],
    queryFn: () =>
      sdk.client.fetch<{ stores: { supported_locales?: { locale_code: string }[] }[] }>(
        "/admin/stores"
      ),
    select: ({ stores }) =>
      (stores.at(0)?.supported_locales ?? []).map(({ locale_code }) => locale_code),
  })
}

async function saveEstimate(id: string | null, body: Omit<EstimateChange, "id">) {
  return await sdk.client.fetch<EstimateResponse>(id === null ? ESTIMATES : pathOf(id), {
    method: "POST",
    body,
  })
}

/** A change of what shoppers are told. What is told of products follows from it. */
function useAvailabilityMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSettled: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: KEY }),
        client.invalidateQueries({ queryKey: [STOCKROOM_QUERIES, "product"] }),
      ])
    },
  })
}

function pathOf(id: string): string {
  return `${ESTIMATES}/${encodeURIComponent(id)}`
}

function productPath(id: string): string {
  return `/admin/stockroom/products/${encodeURIComponent(id)}/availability`
}
