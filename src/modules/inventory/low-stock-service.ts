import type { Context } from "@medusajs/framework/types"

import { refuseWithout } from "../../core/grants"
import { ImportService } from "./import-service"
import {
  acknowledgeAlerts,
  countAlerts,
  listAlerts,
  muteAlerts,
  placesOfAlerts,
  putBackAlerts,
  refuseStatus,
  resolveAlerts,
  retrieveAlert,
} from "./low-stock/alerts"
import { evaluateMarked, markPlaces, settleTurns } from "./low-stock/evaluate"
import { poolsOfItem } from "./low-stock/pools-of-item"
import { listRules, retrieveRule, rulePages } from "./low-stock/read-rules"
import { readMoment, readRule } from "./low-stock/rule-input"
import { putBackRules, type RulesSet, setDefaultOfOptions, setRules } from "./low-stock/rules"
import type {
  LowStockAlert,
  LowStockAlertFilters,
  LowStockEvent,
  LowStockPool,
  LowStockRule,
  LowStockRuleFilters,
  LowStockRulesInput,
  RuleAction,
} from "./low-stock/types"
import { inTransaction } from "./posting/connection"
import { currentWho } from "./request-context"

/** How long a caller waits for the stock to be compared with a rule that is about every item. */
const PATIENCE = 10_000
/** Seconds after which what Medusa has not taken back stands. */
const SETTLED_AFTER = 60

interface Page {
  limit: number
  offset: number
}

/** What Stockroom adds to the Inventory Module for stock that runs low. */
export abstract class LowStockService extends ImportService {
  /** The store's low-stock rules: its defaults first, then by SKU. */
  async listLowStockRules(
    filters: LowStockRuleFilters,
    page: Page,
    context: Context = {}
  ): Promise<[LowStockRule[], number]> {
    return await this.translated_(() => listRules(this.reader_(context), filters, page))
  }

  /** All rules that match, in pages, with the items' SKUs. */
  lowStockRulePages(
    filters: LowStockRuleFilters
  ): AsyncGenerator<(LowStockRule & { sku: string | null })[]> {
    return rulePages(this.reader_(), filters)
  }

  async retrieveLowStockRule(id: string, context: Context = {}): Promise<LowStockRule> {
    return await this.translated_(() => retrieveRule(this.reader_(context), id))
  }

  /**
   * Makes, replaces, changes and deletes rules, all or none, and compares the stock with them at once. Of rules
   * about every item, the stock of a large store is compared in the background from some point on.
   */
  async setLowStockRules(input: LowStockRulesInput): Promise<RulesSet> {
    return await this.translated_(async () => {
      const result = await inTransaction(this.knex_(), (run) =>
        setRules(
          run,
          input,
          (actions, field) => this.checkActions_(actions, field),
          currentWho().rights ?? null
        )
      )
      await this.applyDefaultOfOptions_()
      await this.evaluateLowStock({ patience: PATIENCE })
      await this.tellRules_(result)
      return result
    })
  }

  /** Puts rules back to what they were before {@link setLowStockRules}. */
  async putBackLowStockRules(result: RulesSet): Promise<void> {
    await this.translated_(async () => {
      await inTransaction(this.knex_(), (run) => putBackRules(run, result))
      await this.evaluateLowStock({ patience: PATIENCE })
      await this.tellRules_(result)
    })
  }

  /** What is watched of an item, and by which rules. */
  async retrieveLowStockOfItem(
    itemId: string,
    context: Context = {}
  ): Promise<{ pools: LowStockPool[]; rules: LowStockRule[] }> {
    return await this.translated_(() => poolsOfItem(this.reader_(context), itemId))
  }

  /** Alerts, newest first. */
  async listLowStockAlerts(
    filters: LowStockAlertFilters,
    page: Page,
    context: Context = {}
  ): Promise<[LowStockAlert[], number]> {
    return await this.translated_(() => listAlerts(this.reader_(context), filters, page))
  }

  async retrieveLowStockAlert(id: string, context: Context = {}): Promise<LowStockAlert> {
    return await this.translated_(() => retrieveAlert(this.reader_(context), id))
  }

  /** How many alerts wait for somebody. */
  async countLowStockAlerts(
    context: Context = {}
  ): Promise<{ open: number; acknowledged: number }> {
    return await countAlerts(this.reader_(context))
  }

  /** A person has seen alerts. Those that are not open are passed over; with `strict`, the first is refused. */
  async acknowledgeLowStockAlerts(
    ids: string[],
    options: { note?: string | null; strict?: boolean } = {}
  ): Promise<string[]> {
    return await this.changeAlerts_("acknowledged", ids, options, (run) =>
      acknowledgeAlerts(run, ids, currentWho().actor.id, options.note ?? null)
    )
  }

  /**
   * A person says that alerts need nothing more. While the stock stays low, nothing is told of it again; those
   * that are resolved are passed over, or refused with `strict`.
   */
  async resolveLowStockAlerts(
    ids: string[],
    options: { note?: string | null; strict?: boolean } = {}
  ): Promise<string[]> {
    return await this.changeAlerts_("resolved", ids, options, (run) =>
      resolveAlerts(run, ids, currentWho().actor.id, options.note ?? null)
    )
  }

  /** No action of the alerts, nor of further ones of the same stock, begins until then; null: at once. */
  async muteLowStockAlerts(
    ids: string[],
    options: { until: string | Date | null; strict?: boolean }
  ): Promise<string[]> {
    return await this.changeAlerts_("muted", ids, options, (run) =>
      muteAlerts(run, ids, readMoment(options.until, "until"))
    )
  }

  /** Takes back what a person has said of alerts. */
  async putBackLowStockAlerts(before: LowStockAlert[]): Promise<void> {
    await putBackAlerts(this.reader_(), before)
  }

  /**
   * Compares the stock with rules that have changed, or of which locations have. Whatever was not finished before,
   * because a server died, is finished.
   *
   * @param options.patience - milliseconds after which the rest is left to the next call; all of it when left out
   */
  async evaluateLowStock({ patience = Infinity }: { patience?: number } = {}): Promise<void> {
    await evaluateMarked(
      this.knex_(),
      this.reader_(),
      (turns) => this.tellLowStock_(turns),
      Date.now() + patience
    )
  }

  /**
   * Lets stand what Medusa's calls have caused and not taken back: of an order whose fulfilment has been handled,
   * or after a minute.
   */
  async settleLowStock(which: { orderId: string } | { olderThan?: number } = {}): Promise<void> {
    await settleTurns(
      this.knex_(),
      this.reader_(),
      (turns) => this.tellLowStock_(turns),
      "orderId" in which ? which : { olderThan: which.olderThan ?? SETTLED_AFTER }
    )
  }

  protected override async shippingSettled_(orderId: string): Promise<void> {
    await this.settleLowStock({ orderId })
  }

  /** Takes the store's default from the options, where nobody has changed it, and finishes what a start finds. */
  protected async startLowStock_(): Promise<void> {
    await this.applyDefaultOfOptions_()
    await this.evaluateLowStock({ patience: PATIENCE })
  }

  /** What the locations are, or serve, has changed. */
  protected async placesChanged_(): Promise<void> {
    await markPlaces(this.reader_())
    await this.evaluateLowStock({ patience: PATIENCE })
  }

  /**
   * Refuses actions that cannot be run.
   *
   * @throws Refusal `invalid_data` with the field
   */
  protected checkActions_(_actions: RuleAction[], _field: string): void {}

  private async applyDefaultOfOptions_(): Promise<void> {
    const { default: given } = this.options.low_stock
    const at = "low_stock.default."
    const rule = given
      ? readRule(given, at, (actions, field) => this.checkActions_(actions, field))
      : null
    await inTransaction(this.knex_(), (run) => setDefaultOfOptions(run, rule))
  }

  private async changeAlerts_(
    what: "acknowledged" | "resolved" | "muted",
    ids: string[],
    { strict = false }: { strict?: boolean },
    change: (run: ReturnType<LowStockService["reader_"]>) => Promise<LowStockEvent[]>
  ): Promise<string[]> {
    return await this.translated_(async () => {
      const run = this.reader_()
      const { rights } = currentWho()
      if (rights) {
        const places = await placesOfAlerts(run, ids)
        places.forEach((locationId) => refuseWithout(rights, locationId))
      }
      const changed = await change(run)
      if (strict && !changed.length) {
        await refuseStatus(run, ids[0], what)
      }
      if (what !== "muted" && changed.length) {
        await this.eventBusModuleService_?.emit(
          changed.map((data) => ({ name: `stockroom.low-stock.alert-${what}`, data }))
        )
      }
      return changed.map(({ id }) => id)
    })
  }

  private async tellRules_({ created, updated, deleted }: RulesSet): Promise<void> {
    const ids = [...[...created, ...updated].map(({ id }) => id), ...deleted]
    if (ids.length) {
      await this.eventBusModuleService_?.emit([
        { name: "stockroom.low-stock.rules-changed", data: { ids } },
      ])
    }
  }
}
