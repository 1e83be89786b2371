import { readOrderQuantities } from "../../../core/availability"
import type { Run } from "../posting/connection"
import { readDisplay } from "./display"
import { retrieveEstimate } from "./estimates"
import { DELETE_PRODUCT, READ_PRODUCTS, WRITE_PRODUCT } from "./product-sql"
import type { ProductAvailability, ProductAvailabilityInput } from "./types"

/** What is kept of some products, by product; nothing of those that are as the store has it. */
export async function readProducts(
  read: Run,
  ids: string[]
): Promise<Map<string, ProductAvailability>> {
  const rows = await read<ProductAvailability>(READ_PRODUCTS, [ids])
  return new Map(rows.map((row) => [row.product_id, row]))
}

/** What is kept of a product. */
export async function retrieveProduct(read: Run, id: string): Promise<ProductAvailability> {
  const found = await readProducts(read, [id])
  return found.get(id) ?? asTheStoreHasIt(id)
}

/**
 * Changes what is kept of a product; what is left out stays.
 *
 * @returns how it is now, and how it was before
 * @throws Refusal `invalid_data` with the field, `not_found` for an estimate that is not there
 */
export async function setProduct(
  run: Run,
  id: string,
  input: ProductAvailabilityInput
): Promise<{ product: ProductAvailability; before: ProductAvailability }> {
  const before = await retrieveProduct(run, id)
  const estimateId = input.estimate_id === undefined ? before.estimate_id : input.estimate_id
  if (estimateId !== null && estimateId !== before.estimate_id) {
    await retrieveEstimate(run, estimateId)
  }
  const rules =
    input.order_quantities === undefined
      ? before.order_quantities
      : readRules(input.order_quantities ?? {})
  const product = {
    ...{ product_id: id, estimate_id: estimateId, order_quantities: rules },
    ...readDisplay(input, before),
  }
  await writeProduct(run, product)
  return { product, before }
}

/** Writes all of what is kept of a product, or takes it away where nothing is. */
export async function writeProduct(run: Run, product: ProductAvailability): Promise<void> {
  const { product_id, estimate_id, display, display_below, order_quantities: rules } = product
  const { minimum, maximum, multiple, allowed } = rules
  const values = [estimate_id, display, display_below, minimum, maximum, multiple]
  if (allowed === null && values.every((value) => value === null)) {
    await run(DELETE_PRODUCT, [product_id])
    return
  }
  await run(WRITE_PRODUCT, [product_id, ...values, allowed && JSON.stringify(allowed)])
}

function readRules(
  input: NonNullable<ProductAvailabilityInput["order_quantities"]>
): ProductAvailability["order_quantities"] {
  const rules = readOrderQuantities(input, "order_quantities.")
  return {
    minimum: rules?.minimum?.toFixed() ?? null,
    maximum: rules?.maximum?.toFixed() ?? null,
    multiple: rules?.multiple?.toFixed() ?? null,
    allowed: rules?.allowed?.map((one) => one.toFixed()) ?? null,
  }
}

function asTheStoreHasIt(product_id: string): ProductAvailability {
  return {
    ...{ product_id, estimate_id: null, display: null, display_below: null },
    order_quantities: { minimum: null, maximum: null, multiple: null, allowed: null },
  }
}
