import { TRANSFER_STATUSES, type TransferStatus } from "../../core/transfer"
import { dayStart } from "./history-query"
import { isFiltered, listAddress, type ListQuery } from "./list-query"

/** The tabs of the list: everything, what is on its way at all, and each status. */
export const TRANSFER_TABS = ["all", "open", ...TRANSFER_STATUSES] as const
export type TransferTab = (typeof TRANSFER_TABS)[number]

/** What is behind a level's `incoming`. */
const OPEN: TransferStatus[] = ["pending", "partial"]

/** What the list can be filtered by, as the API and the page's address name it. */
export const TRANSFER_FILTERS = [
  "origin_id",
  "destination_id",
  "location_id",
  "inventory_item_id",
  "expected_from",
  "expected_until",
] as const
export type TransferFilter = (typeof TRANSFER_FILTERS)[number]

/** What the list shows, as its address says it. */
export type TransferQuery = ListQuery<TransferTab, TransferFilter>

const address = listAddress({
  tabs: TRANSFER_TABS,
  filters: TRANSFER_FILTERS,
  single: ["expected_from", "expected_until"],
})

export const {
  read: readTransferQuery,
  params: transferParams,
  withFilter: withTransferFilter,
} = address

/** What is asked of the API. Days become moments, and the last day counts as a whole. */
export function transfersRequest({ tab, q, filters, page }: TransferQuery, size: number) {
  const { expected_from: from, expected_until: until, ...others } = filters
  return {
    ...others,
    ...(from && { expected_from: dayStart(from[0], 0) }),
    ...(until && { expected_until: dayStart(until[0], 1) }),
    ...(tab !== "all" && { status: tab === "open" ? OPEN : [tab] }),
    ...(q && { q }),
    limit: size,
    offset: page * size,
  }
}

/** Whether the list shows only some of all transfers. */
export function isNarrowed(query: TransferQuery): boolean {
  return query.tab !== "all" || isFiltered(query)
}

/**
 * The list of the transfers behind a level's `incoming`: at the destination what is on its way, at the
 * origin what has still to leave.
 *
 * @param locationId - null for all locations
 */
export function transfersBehind(itemId: string, locationId: string | null): string {
  const params = transferParams({
    tab: "open",
    q: "",
    filters: {
      inventory_item_id: [itemId],
      ...(locationId && { location_id: [locationId] }),
    },
    page: 0,
  })
  return `/inventory/transfers?${params.toString()}`
}
