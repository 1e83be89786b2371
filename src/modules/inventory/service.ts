import type { Context, Logger } from "@medusajs/framework/types"
import { CommonEvents } from "@medusajs/framework/utils"

import { BackInStockService } from "./back-in-stock-service"
import { listCommitments } from "./commitments"
import { type Grant, refuseWithout } from "../../core/grants"
import { stockChart } from "./chart"
import {
  closeEmptyLevels,
  emptyLevelsAt,
  markDeleted,
  requireEmptyLocation,
} from "./deleted-locations"
import { grantsOf, listGrantChanges, listGrants, setGrants } from "./grants"
import { STATES } from "../../core/state"
import { history, historyPages, retrieveMovement, stockAsOf } from "./history"
import { movers, usedReasons } from "./history-filters"
import { readKnownLocations } from "./known-locations"
import { locationFigures, previewDeactivation } from "./location-stock"
import { activateLocation, deactivateLocation, levelsAt, syncLocations } from "./locations"
import { parseOptions, type StockroomOptions } from "./options"
import type { Posted, StockCall } from "./posting/poster"
import { type Reconciled, reconcileWithMedusa } from "./reconcile"
import { currentWho } from "./request-context"
import { levelsOfItems, stockPage, stockPages } from "./stock"
import { changeByHand, type HandResult, refuseReason } from "./translate/by-hand"
import { balanceName, loadMovement, previewUndo, undoMovement } from "./translate/undo"
import { putBackUnits, setUnits, unitsOfItems } from "./units"
import type {
  CommitmentFilters,
  CommitmentRecord,
  DeactivateInput,
  DeactivationPreview,
  GrantChange,
  GrantInput,
  HistoryFilters,
  HistoryPage,
  HistoryRow,
  LevelAsOf,
  LocationFigures,
  LocationSettings,
  LocationSettingsUpdate,
  MovementRecord,
  Repaired,
  StockChart,
  StockChartInput,
  StockChangesInput,
  StockFilters,
  StockLevel,
  StockPage,
  StockPageInput,
  UndoInput,
  UndoPreview,
  UnitInput,
  UnitRecord,
  UnitsSet,
  UserGrants,
  Verification,
  VerifyInput,
} from "./types"
import { repair, verify } from "./verify"

/**
 * The store's Inventory Module: Medusa's `IInventoryService` on a ledger, and what Stockroom adds
 * to it. Resolve it as `Modules.INVENTORY`.
 *
 * @since 0.1.0
 */
export default class StockroomModuleService extends BackInStockService {
  readonly options: StockroomOptions
  protected readonly cradle_: Record<string, unknown>
  protected readonly logger_: Pick<Logger, "info" | "warn" | "error">
  /** Set while the ledger could not be brought in line; no stock is changed before it is. */
  private makeUp_?: () => Promise<void>

  constructor(container: Record<string, unknown>, options: Record<string, unknown> = {}) {
    super(container, options)
    this.options = parseOptions(options)
    this.cradle_ = container
    this.logger_ = (container.logger as Logger | undefined) ?? console
  }

  /** Marks the module, loaded or not, so that the plugin can tell it from Medusa's own. */
  get isStockroom(): true {
    return true
  }

  readonly __hooks = {
    onApplicationStart: async () => {
      await this.bringInLine_()
      await this.syncLocations()
      await this.startLowStock_()
      await this.forgetAvailability()
    },
  }

  /** Medusa goes on without a word when a module's start fails, so it is told here, and made up for. */
  private async bringInLine_(): Promise<void> {
    try {
      await this.reconcile()
      this.makeUp_ = undefined
    } catch (error) {
      this.logger_.error(
        `Stockroom: the ledger could not be brought in line with Medusa's levels (${(error as Error).message}); the next change of stock tries again`
      )
      let again: Promise<void> | undefined
      this.makeUp_ = () => (again ??= this.bringInLine_())
      throw error
    }
  }

  protected override async post_<T, Extra>(
    call: () => StockCall<T, Extra>,
    context: Context
  ): Promise<Posted<T>> {
    await this.makeUp_?.()
    return await super.post_(call, context)
  }

  /** Changes stock by hand: all changes or none, as one movement. */
  async changeStock(input: StockChangesInput, context: Context = {}): Promise<HandResult> {
    const posted = await this.post_(
      () => changeByHand(currentWho(), input, { reasons: this.options.reasons ?? null }),
      context
    )
    await this.announce_(context, posted)
    return posted.result
  }

  /** One page of the ledger, newest first. */
  async listHistory(
    filters: HistoryFilters,
    page: { limit: number; cursor?: string | null },
    context: Context = {}
  ): Promise<HistoryPage> {
    return await this.translated_(() => history(this.reader_(context), filters, page))
  }

  /** All of the ledger that the filters leave, in pages, newest first. */
  historyPages(filters: HistoryFilters): AsyncGenerator<HistoryRow[]> {
    return historyPages(this.reader_(), filters)
  }

  /** Levels as they stood at a moment. */
  async listStockAsOf(
    input: Parameters<typeof stockAsOf>[1],
    context: Context = {}
  ): Promise<LevelAsOf[]> {
    return await this.translated_(() => stockAsOf(this.reader_(context), input))
  }

  /** On hand and available of an item over time. */
  async retrieveStockChart(input: StockChartInput, context: Context = {}): Promise<StockChart> {
    return await this.translated_(() => stockChart(this.reader_(context), input))
  }

  /** What the history can be filtered by: the reasons there are, and which of some actors appear. */
  async retrieveHistoryFilters(
    actorIds: string[],
    context: Context = {}
  ): Promise<{ reasons: string[]; actor_ids: string[] }> {
    const read = this.reader_(context)
    const [reasons, actor_ids] = await Promise.all([usedReasons(read), movers(read, actorIds)])
    return { reasons, actor_ids }
  }

  /** What undoing a movement would leave; changes nothing. */
  async previewUndo(movementId: string, context: Context = {}): Promise<UndoPreview> {
    return await this.translated_(async () => {
      const read = this.reader_(context)
      const movement = await loadMovement(read, movementId)
      const rows = await read<Record<string, string>>(
        {
          name: "",
          text: `select s.* from inventory_level_state s where (s.inventory_item_id, s.location_id) in
            (select * from unnest($1::text[], $2::text[]))`,
        },
        [
          movement.entries.map(({ itemId }) => itemId),
          movement.entries.map(({ locationId }) => locationId),
        ]
      )
      const balances = new Map<string, string>()
      for (const row of rows) {
        const key = { itemId: row.inventory_item_id, locationId: row.location_id }
        STATES.forEach((state) => balances.set(balanceName(key, state), row[state]))
      }
      return previewUndo(movement, balances)
    })
  }

  /** Reverses a movement by a counter-movement. */
  async undoMovement(
    movementId: string,
    input: UndoInput = {},
    context: Context = {}
  ): Promise<{ movementId: string }> {
    const posted = await this.translated_(async () => {
      refuseReason(input.reason, this.options.reasons ?? null)
      const movement = await loadMovement(this.reader_(context), movementId)
      return await this.post_(() => undoMovement(currentWho(), movement, input), context)
    })
    await this.announce_(context, posted)
    return { movementId: posted.result }
  }

  /** Compares levels, ledger, Medusa's columns and reservations. */
  async verify(input: VerifyInput = {}): Promise<Verification> {
    return await verify(this.reader_(), input)
  }

  /** Brings drifted levels back in line by compensating movements. */
  async repair(input: VerifyInput = {}): Promise<Repaired> {
    return await this.translated_(() =>
      // Medusa's figures may have been set right without a row in the ledger.
      repair(this.reader_(), this.poster_, currentWho(), input, (posted) =>
        this.announce_({}, posted, {
          object: "inventory_level",
          action: CommonEvents.UPDATED,
          ids: posted.result,
        })
      )
    )
  }

  /** Brings the ledger in line with Medusa's tables: after an installation, and at every start. */
  async reconcile(): Promise<Reconciled> {
    return await reconcileWithMedusa(this.reader_(), this.poster_, this.logger_)
  }

  /**
   * Takes over which stock locations the store has and which channels each serves. Empty levels at
   * locations that have been deleted are closed.
   */
  async syncLocations(): Promise<void> {
    const locations = await readKnownLocations()
    if (locations) {
      const read = this.reader_()
      if (await syncLocations(read, locations)) {
        await this.placesChanged_()
      }
      await this.closeEmptyLevels_(await markDeleted(read, readKnownLocations))
    }
  }

  /** Refuses, with every reason, that a location is deleted while anything is left there. */
  async requireEmptyLocation(id: string, context: Context = {}): Promise<void> {
    await this.post_(() => requireEmptyLocation(id), context)
  }

  private async closeEmptyLevels_(locationIds: string[]): Promise<void> {
    for (const locationId of locationIds) {
      for (;;) {
        const keys = await emptyLevelsAt(this.reader_(), locationId)
        const posted = await this.post_(() => closeEmptyLevels(currentWho(), keys), {})
        await this.announce_({}, posted)
        // Those that have been filled meanwhile stay.
        if (!posted.closed.length) {
          break
        }
      }
    }
  }

  /** Levels with their states, by item and location, and how many match: counted up to 10,000. */
  async listStock(
    filters: StockFilters,
    page: { limit: number; offset: number },
    context: Context = {}
  ): Promise<[StockLevel[], number]> {
    const { stock, count } = await this.listStockPage(filters, page, context)
    return [stock, count]
  }

  /** One page of levels with their states, in an order, with cursors to the pages beside it. */
  async listStockPage(
    filters: StockFilters,
    page: StockPageInput,
    context: Context = {}
  ): Promise<StockPage> {
    return await this.translated_(() => stockPage(this.reader_(context), filters, page))
  }

  /** All levels that match, by SKU, in pages. */
  stockPages(filters: StockFilters): AsyncGenerator<StockLevel[]> {
    return stockPages(this.reader_(), filters)
  }

  /** The levels of some items at every location. */
  async levelsOfItems(itemIds: string[], context: Context = {}): Promise<StockLevel[]> {
    return await levelsOfItems(this.reader_(context), itemIds)
  }

  /** The units of some items by item, the base unit first; items without any are left out. */
  async unitsOfItems(
    itemIds: string[],
    context: Context = {}
  ): Promise<Record<string, UnitRecord[]>> {
    return Object.fromEntries(await unitsOfItems(this.reader_(context), itemIds))
  }

  /** Sets all units of an item, in the place of those that it had; none takes them away. */
  async setItemUnits(
    itemId: string,
    inputs: UnitInput[],
    context: Context = {}
  ): Promise<UnitsSet> {
    return await this.translated_(async () => {
      const { rights } = currentWho()
      if (rights) {
        // An item's units measure its stock everywhere.
        refuseWithout(rights, null)
      }
      return (await this.post_(() => setUnits(itemId, inputs), context)).result
    })
  }

  /** Puts an item's units back to what they were before {@link setItemUnits}. */
  async putBackItemUnits(
    itemId: string,
    before: UnitRecord[],
    context: Context = {}
  ): Promise<void> {
    await this.post_(() => putBackUnits(itemId, before), context)
  }

  /** What is committed of an item, and for which orders, oldest first. */
  async listCommitments(
    filters: CommitmentFilters,
    page: { limit: number; offset: number },
    context: Context = {}
  ): Promise<[CommitmentRecord[], number]> {
    return await this.translated_(() => listCommitments(this.reader_(context), filters, page))
  }

  /** A movement with its rows. */
  async retrieveMovement(id: string, context: Context = {}): Promise<MovementRecord> {
    return await this.translated_(() => retrieveMovement(this.reader_(context), id))
  }

  /** What a user has been granted. */
  async grantsOf(userId: string, context: Context = {}): Promise<Grant[]> {
    return await grantsOf(this.reader_(context), userId)
  }

  /** Every user, or the one, who has been granted something. */
  async listGrants(
    filters: { user_id?: string } = {},
    context: Context = {}
  ): Promise<UserGrants[]> {
    return await listGrants(this.reader_(context), filters)
  }

  /** Who was granted what, and by whom, the latest first. */
  async listGrantChanges(
    filters: { user_id?: string },
    page: { limit: number; offset: number },
    context: Context = {}
  ): Promise<[GrantChange[], number]> {
    return await listGrantChanges(this.reader_(context), filters, page)
  }

  /** Gives a user just these rights. */
  async setGrants(
    userId: string,
    grants: GrantInput[],
    context: Context = {}
  ): Promise<UserGrants> {
    return await this.translated_(() =>
      setGrants(this.reader_(context), currentWho(), userId, grants)
    )
  }

  /** Changes a location's settings, except whether it is active. */
  async setLocation(id: string, update: LocationSettingsUpdate): Promise<LocationSettings> {
    const location = await this.updateInventoryLocations({ id, ...update })
    if (update.kind) {
      await this.placesChanged_()
    }
    await this.forgetAvailability()
    return location
  }

  /** How many levels a location has. */
  async retrieveLocationFigures(id: string, context: Context = {}): Promise<LocationFigures> {
    return await locationFigures(this.reader_(context), id)
  }

  /** What stands against taking a location out of use; changes nothing. */
  async previewDeactivation(id: string, context: Context = {}): Promise<DeactivationPreview> {
    return await this.translated_(() => previewDeactivation(this.reader_(context), id))
  }

  /** Takes a location out of use: refused with every reason, or emptied into another. */
  async deactivateLocation(
    id: string,
    input: DeactivateInput = {},
    context: Context = {}
  ): Promise<{ moved: number; movement_id: string | null }> {
    const posted = await this.translated_(async () => {
      refuseReason(input.reason, this.options.reasons ?? null)
      const keys = await levelsAt(this.reader_(context), id)
      return await this.post_(() => deactivateLocation(currentWho(), id, keys, input), context)
    })
    await this.announce_(context, posted)
    await this.placesChanged_()
    return posted.result
  }

  /** Puts a location back into use. */
  async activateLocation(id: string): Promise<void> {
    await activateLocation(this.reader_(), id)
    await this.placesChanged_()
  }
}
