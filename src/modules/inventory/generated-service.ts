import type { Context, EventBusTypes, FindConfig, InventoryTypes } from "@medusajs/framework/types"
import {
  buildModuleResourceEventName,
  CommonEvents,
  composeMessage,
  MedusaError,
  MedusaService,
  Modules,
} from "@medusajs/framework/utils"

import { applyEntityHooks } from "./entity-hooks"
import { joinerConfig } from "./joiner-config"
import * as models from "./models"
import type { LowStockTurns } from "./low-stock/types"
import type { Posted } from "./posting/poster"
import type { LocationSettings } from "./types"

applyEntityHooks()

type Filters = object

/** The generated methods that stay as Medusa generates them; the rest is written by hand. */
interface Reads<DTO> {
  list(filters?: Filters, config?: FindConfig<DTO>, context?: Context): Promise<DTO[]>
  listAndCount(
    filters?: Filters,
    config?: FindConfig<DTO>,
    context?: Context
  ): Promise<[DTO[], number]>
  retrieve(id: string, config?: FindConfig<DTO>, context?: Context): Promise<DTO>
}

interface ItemWrites {
  createInventoryItems(
    input: InventoryTypes.CreateInventoryItemInput[],
    context?: Context
  ): Promise<InventoryTypes.InventoryItemDTO[]>
  createInventoryItems(
    input: InventoryTypes.CreateInventoryItemInput,
    context?: Context
  ): Promise<InventoryTypes.InventoryItemDTO>
  updateInventoryItems(
    input: InventoryTypes.UpdateInventoryItemInput[],
    context?: Context
  ): Promise<InventoryTypes.InventoryItemDTO[]>
  updateInventoryItems(
    input: InventoryTypes.UpdateInventoryItemInput,
    context?: Context
  ): Promise<InventoryTypes.InventoryItemDTO>
}

type Item = Reads<InventoryTypes.InventoryItemDTO>
type Level = Reads<InventoryTypes.InventoryLevelDTO>
type Reservation = Reads<InventoryTypes.ReservationItemDTO>
type Location = Reads<LocationSettings>

interface GeneratedMethods extends ItemWrites {
  listInventoryItems(...args: Parameters<Item["list"]>): ReturnType<Item["list"]>
  listAndCountInventoryItems(
    ...args: Parameters<Item["listAndCount"]>
  ): ReturnType<Item["listAndCount"]>
  retrieveInventoryItem: Item["retrieve"]
  listInventoryLevels: Level["list"]
  listAndCountInventoryLevels: Level["listAndCount"]
  retrieveInventoryLevel: Level["retrieve"]
  listReservationItems(...args: Parameters<Reservation["list"]>): ReturnType<Reservation["list"]>
  listAndCountReservationItems: Reservation["listAndCount"]
  retrieveReservationItem: Reservation["retrieve"]
  listInventoryLocations: Location["list"]
  retrieveInventoryLocation: Location["retrieve"]
  updateInventoryLocations(
    input: Partial<LocationSettings> & { id: string },
    context?: Context
  ): Promise<LocationSettings>
}

interface Inherited extends GeneratedMethods {
  __container__: Record<string, unknown>
  baseRepository_: { getFreshManager(): unknown }
  emitEvents_(grouped: Record<string, unknown[]>): Promise<void>
  eventBusModuleService_?: {
    emit(events: { name: string; data: unknown }[], options?: unknown): Promise<void>
  }
}

const Base = MedusaService(models) as unknown as abstract new (...args: unknown[]) => Inherited

/** Written by movements alone, and with them; the ledger's tables refuse changes themselves. */
const LEDGER_MODELS = [
  "InventoryLevelState",
  "InventoryMovement",
  "InventoryTransaction",
  "InventoryHold",
  "InventoryAllocation",
  "InventoryImport",
  "InventoryTransfer",
  "InventoryTransferLine",
  "InventoryTransferReceipt",
  "InventoryTransferReceiptLine",
  "InventoryTransferEvent",
  "InventoryLowStockRule",
  "InventoryLowStockAlert",
  "InventoryLowStockRun",
  "InventoryItemUnit",
]
const WRITES = ["create", "update", "delete", "softDelete", "restore"]

for (const model of LEDGER_MODELS) {
  for (const verb of WRITES) {
    const method = `${verb}${model}s`
    Object.defineProperty(Base.prototype, method, {
      configurable: true,
      writable: true,
      async value() {
        throw new MedusaError(
          MedusaError.Types.NOT_ALLOWED,
          `${method} is refused: levels and ledger are written by movements only`
        )
      },
    })
  }
}

/** What happened to which entities, for Medusa's module events. */
export interface Announcement {
  object: "inventory_item" | "inventory_level" | "reservation_item"
  action: CommonEvents
  ids: string[]
}

/** Medusa's message for each id, once. */
function messagesOf(
  { object, action, ids }: Announcement,
  context: Context
): EventBusTypes.Message[] {
  const name = buildModuleResourceEventName({
    prefix: Modules.INVENTORY,
    objectName: object,
    action,
  })
  const group = object === "inventory_level" ? alreadyCommitted(context) : context
  return [...new Set(ids)].map((id) =>
    composeMessage(name, {
      data: { id },
      source: Modules.INVENTORY,
      object,
      action,
      context: group,
    })
  )
}

/**
 * Medusa drops what a workflow has had to say when it fails. But its changes of stock were committed
 * one by one, and so were those that take them back: whoever has read the one must hear of the other.
 */
function alreadyCommitted(context: Context): Context {
  return context.transactionManager ? context : { ...context, eventGroupId: undefined }
}

/** What has become of levels; of one that was opened or closed, that is what is told. */
function levelsOf({ opened, closed, movements }: Posted<unknown>): Announcement[] {
  const object = "inventory_level"
  const changed = movements.flatMap(({ rows }) => rows.map(({ levelId }) => levelId))
  return [
    { object, action: CommonEvents.CREATED, ids: opened },
    { object, action: CommonEvents.DELETED, ids: closed },
    { object, action: CommonEvents.UPDATED, ids: changed },
  ]
}

/** The generated part of the module, and the events that its written part owes. */
export abstract class GeneratedService extends Base {
  __joinerConfig() {
    return joinerConfig
  }

  /**
   * Emits the events that Medusa's module emits: those that are named, and for every other level
   * that a call has opened, closed or changed its `inventory.inventory-level.created`, `.deleted` or
   * `.updated`. Inside a caller's transaction they wait with the caller's.
   */
  protected async announce_(
    context: Context,
    posted: Posted<unknown>,
    ...announcements: Announcement[]
  ): Promise<void> {
    const messages: EventBusTypes.Message[] = []
    const told = new Set<string>()
    for (const { ids, ...what } of [...announcements, ...levelsOf(posted)]) {
      const untold = ids.filter((id) => !told.has(id))
      messages.push(...messagesOf({ ...what, ids: untold }, context))
      untold.forEach((id) => told.add(id))
    }
    if (context.messageAggregator) {
      context.messageAggregator.save(messages)
    } else if (messages.length) {
      await this.emitEvents_({ default: messages })
    }
    if (posted.lowStock) {
      await this.tellLowStock_(posted.lowStock)
    }
    const below = posted.movements.filter(({ belowZero }) => belowZero)
    if (below.length) {
      await this.eventBusModuleService_?.emit(
        below.map(({ id, proposal, rows }) => ({
          name: "stockroom.level.below_zero",
          data: {
            movement_id: id,
            kind: proposal.kind,
            levels: rows
              .filter(({ state, after }) => state === "available" && after.isLessThan(0))
              .map(({ itemId, locationId, after }) => ({
                inventory_item_id: itemId,
                location_id: locationId,
                available: after.toFixed(),
              })),
          },
        }))
      )
    }
  }

  /** Tells what has run low, and what no longer is. The alerts are stored, whoever hears of them. */
  protected async tellLowStock_({ opened, ended }: LowStockTurns): Promise<void> {
    await this.eventBusModuleService_?.emit([
      ...opened.map((data) => ({ name: "stockroom.low-stock.alert-opened", data })),
      ...ended.map((data) => ({ name: "stockroom.low-stock.alert-resolved", data })),
    ])
  }
}
