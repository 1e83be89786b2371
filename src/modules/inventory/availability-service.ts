import type { Context, Logger } from "@medusajs/framework/types"

import { readArrivals } from "./availability/arrivals"
import { AvailabilityCache } from "./availability/cache"
import { readCatalogue } from "./availability/catalogue"
import { compose } from "./availability/compose"
import {
  deleteEstimate,
  type EstimateChange,
  listEstimates,
  putBackEstimates,
  retrieveEstimate,
  saveEstimate,
} from "./availability/estimates"
import { explain } from "./availability/explain"
import {
  type Facts,
  type Parts,
  readFacts,
  readFactsOfVariants,
  type StoredSettings,
} from "./availability/facts"
import { requireOrderQuantities } from "./availability/order-quantities"
import { ANY_RULES } from "./availability/product-sql"
import { retrieveProduct, setProduct, writeProduct } from "./availability/products"
import {
  effectiveSettings,
  readSettings,
  setSettings,
  writeSettings,
} from "./availability/settings"
import type { RulesSet } from "./low-stock/rules"
import { LowStockActionService } from "./low-stock-action-service"
import { inTransaction, type Run } from "./posting/connection"
import type {
  AvailabilityEstimate,
  AvailabilityEstimateInput,
  AvailabilityInput,
  CatalogueVariant,
  ChannelAvailability,
  ExplainedAvailability,
  OrderedQuantity,
  ProductAvailability,
  ProductAvailabilityInput,
  StoreAvailability,
  StoreAvailabilityInput,
  TransferStepResult,
  UpdateTransferInput,
  VariantAvailabilityInput,
} from "./types"

/** What Stockroom adds to the Inventory Module for what shoppers are told of stock. */
export abstract class AvailabilityService extends LowStockActionService {
  private cacheOnce_?: AvailabilityCache

  /** Of some variants, those that are for sale in a channel, by id: of published products that belong to it. */
  async readCatalogue(ids: string[], channelId: string): Promise<Map<string, CatalogueVariant>> {
    return await readCatalogue(this.reader_(), ids, channelId)
  }

  /**
   * What can be had of the variants that are for sale in a sales channel, in the order in which they are named; others
   * are left out. Only active locations that serve the channel count.
   *
   * @since 0.1.0
   *
   * @example
   * const { variants } = await stockroom.listAvailability({ sales_channel_id, variant_ids: [variant.id] })
   */
  async listAvailability({
    sales_channel_id: channelId,
    variant_ids: ids,
    ...question
  }: VariantAvailabilityInput): Promise<ChannelAvailability> {
    return await this.translated_(async () => {
      const variantIds = [...new Set(ids)]
      const reading = this.readCatalogue(variantIds, channelId).then((catalogue) =>
        variantIds.flatMap((id) => catalogue.get(id) ?? [])
      )
      if (this.cache_.keeps) {
        const variants = await reading
        return await this.readAvailability({ ...question, sales_channel_id: channelId, variants })
      }
      const facts = await readFactsOfVariants(
        this.reader_(),
        { variantIds, channelId, locations: question.locations ?? false },
        reading.then(partsOf)
      )
      return this.told_(facts, { ...question, variants: await reading })
    })
  }

  /**
   * The same of variants whose items are known.
   *
   * @example
   * const { variants } = await stockroom.readAvailability({
   *   sales_channel_id,
   *   variants: [{ id, product_id, manage_inventory: true, allow_backorder: false,
   *     items: [{ inventory_item_id, required_quantity: 1 }] }],
   * })
   */
  async readAvailability(input: AvailabilityInput): Promise<ChannelAvailability> {
    const { sales_channel_id: channelId, variants, locations = false } = input
    return await this.translated_(async () => {
      const asked = { ...partsOf(variants), channelId, locations }
      const facts = await this.cache_.through(asked, () => readFacts(this.reader_(), asked))
      return this.told_(facts, input)
    })
  }

  /**
   * The same with what is behind it: what there is where it is hidden, and from which transfers a date comes. Reads
   * what is stored now, not what is kept for shoppers.
   *
   * @since 0.1.0
   */
  async explainAvailability({
    sales_channel_id: channelId,
    variants,
  }: Pick<AvailabilityInput, "sales_channel_id" | "variants">): Promise<ExplainedAvailability[]> {
    return await this.translated_(async () => {
      const asked = { ...partsOf(variants), channelId, locations: false }
      const read = this.reader_()
      const facts = await readFacts(read, asked)
      return explain(variants, {
        ...{ facts, arrivals: await readArrivals(read, asked.itemIds, channelId) },
        settings: effectiveSettings(facts.settings, this.options.availability),
        today: new Date().toISOString().slice(0, 10),
      })
    })
  }

  /**
   * Refuses quantities that the rules of their products do not allow. Lines of one variant are added up.
   *
   * @throws 400 with the variant, the rule and what it asks for, for all that break one
   */
  async requireOrderQuantities(lines: OrderedQuantity[], context: Context = {}): Promise<void> {
    await this.translated_(() => requireOrderQuantities(this.reader_(context), lines))
  }

  /** Whether any product has rules of order quantities. */
  async hasOrderQuantities(): Promise<boolean> {
    const [{ known }] = await this.reader_()<{ known: boolean }>(ANY_RULES)
    return known
  }

  /** The store's estimates: by priority, then by title. */
  async listAvailabilityEstimates(
    page: { limit: number; offset: number },
    context: Context = {}
  ): Promise<[AvailabilityEstimate[], number]> {
    return await listEstimates(this.reader_(context), page)
  }

  async retrieveAvailabilityEstimate(
    id: string,
    context: Context = {}
  ): Promise<AvailabilityEstimate> {
    return await this.translated_(() => retrieveEstimate(this.reader_(context), id))
  }

  /** Makes an estimate where no id is given, else changes the one. */
  async saveAvailabilityEstimate(
    id: string | null,
    input: AvailabilityEstimateInput
  ): Promise<EstimateChange> {
    return await this.settled_((run) => saveEstimate(run, id, input))
  }

  async deleteAvailabilityEstimate(id: string): Promise<AvailabilityEstimate> {
    return await this.settled_((run) => deleteEstimate(run, id))
  }

  /** Puts estimates back, for a workflow that fails later. */
  async putBackAvailabilityEstimates(
    change: Pick<EstimateChange, "before" | "created">
  ): Promise<void> {
    await this.settled_((run) => putBackEstimates(run, change))
  }

  /** What a product's shoppers are told, and how much of it they may order. */
  async retrieveProductAvailability(
    productId: string,
    context: Context = {}
  ): Promise<ProductAvailability> {
    return await retrieveProduct(this.reader_(context), productId)
  }

  /** Changes it; what is left out stays. */
  async setProductAvailability(
    productId: string,
    input: ProductAvailabilityInput
  ): Promise<{ product: ProductAvailability; before: ProductAvailability }> {
    return await this.settled_((run) => setProduct(run, productId, input))
  }

  /** Puts it back, for a workflow that fails later. */
  async putBackProductAvailability(before: ProductAvailability): Promise<void> {
    await this.settled_((run) => writeProduct(run, before))
  }

  /** What holds for products without settings of their own: what is stored, else the options. */
  async retrieveStoreAvailability(context: Context = {}): Promise<StoreAvailability> {
    const stored = await readSettings(this.reader_(context))
    return effectiveSettings(stored, this.options.availability)
  }

  /** Changes it; what is left out stays, what is null is as the options have it. */
  async setStoreAvailability(input: StoreAvailabilityInput): Promise<StoredSettings> {
    const { before } = await this.settled_((run) => setSettings(run, input))
    return before
  }

  /** Puts it back, for a workflow that fails later. */
  async putBackStoreAvailability(before: StoredSettings): Promise<void> {
    await this.settled_((run) => writeSettings(run, before))
  }

  /** Forgets everything that is kept for shoppers. */
  async forgetAvailability(): Promise<void> {
    await this.cache_.forgetEverything()
  }

  protected override async itemsChanged_(itemIds: string[]): Promise<void> {
    await this.cache_.forget(itemIds)
  }

  protected override async placesChanged_(): Promise<void> {
    await super.placesChanged_()
    await this.forgetAvailability()
  }

  protected override async tellRules_(changed: RulesSet): Promise<void> {
    await this.forgetAvailability()
    await super.tellRules_(changed)
  }

  /** When a transfer is expected says from when on its items can be had. */
  override async updateTransfer(
    id: string,
    input: UpdateTransferInput,
    context: Context = {}
  ): Promise<TransferStepResult> {
    const result = await super.updateTransfer(id, input, context)
    if (input.expected_at !== undefined) {
      await this.forgetAvailability()
    }
    return result
  }

  /** Writes settings in one transaction, and forgets what was told by the old ones. */
  private async settled_<T>(work: (run: Run) => Promise<T>): Promise<T> {
    return await this.translated_(async () => {
      const result = await inTransaction(this.knex_(), work)
      await this.forgetAvailability()
      return result
    })
  }

  private told_(
    facts: Facts,
    { variants, locale = null, locations = false }: Omit<AvailabilityInput, "sales_channel_id">
  ): ChannelAvailability {
    const settings = effectiveSettings(facts.settings, this.options.availability)
    const today = new Date().toISOString().slice(0, 10)
    return {
      variants: variants.map((one) => compose(one, facts, { settings, locale, today, locations })),
      ...{ places: facts.places, settings },
    }
  }

  private get cache_(): AvailabilityCache {
    return (this.cacheOnce_ ??= new AvailabilityCache(
      this.options.availability.cache_seconds,
      (this.cradle_.logger as Logger | undefined) ?? console
    ))
  }
}

/** The items and the products of some variants, each once. */
function partsOf(variants: CatalogueVariant[]): Parts {
  const items = variants.flatMap((variant) => variant.items)
  return {
    itemIds: distinct(items.map((item) => item.inventory_item_id)),
    productIds: distinct(variants.map((variant) => variant.product_id)),
  }
}

function distinct(ids: string[]): string[] {
  return [...new Set(ids)].sort()
}
