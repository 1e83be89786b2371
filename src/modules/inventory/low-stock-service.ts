import type { Context, Logger } from "@medusajs/framework/types"

import { refuseWithout } from "../../core/grants"
import { ImportService } from "./import-service"
import {
  changeAlerts,
  countAlerts,
  listAlerts,
  placesOfAlerts,
  putBackAlerts,
  readAlerts,
  refuseStatus,
  retrieveAlert,
} from "./low-stock/alerts"
import { evaluateMarked, markPlaces, settleTurns } from "./low-stock/evaluate"
import { poolsOfItem } from "./low-stock/pools-of-item"
import { listRules, retrieveRule, rulePages } from "./low-stock/read-rules"
import { readRule } from "./low-stock/rule-input"
import { putBackRules, type RulesSet, setDefaultOfOptions, setRules } from "./low-stock/rules"
import { readRuleFile, type RuleFile, type RuleFileInput } from "./low-stock/rule-file"
import type {
  ChangeAlertsInput,
  LowStockAlert,
  LowStockAlertFilters,
  LowStockPool,
  LowStockRule,
  LowStockRuleFilters,
  LowStockRulesInput,
  RuleAction,
} from "./low-stock/types"
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
  protected abstract readonly logger_: Pick<Logger, "warn">

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
      const result = await this.poster_.transact((run) =>
        setRules(
          run,
          input,
          (actions, field) => this.checkActions_(actions, field),
          currentWho().rights ?? null
        )
      )
      await this.applyDefaultOfOptions_()
      await this.compareNow_()
      await this.tellRules_(result)
      return result
    })
  }

  /** What a file of rules would change; changes nothing. */
  async readLowStockRuleFile(input: RuleFileInput): Promise<RuleFile> {
    return await this.translated_(() =>
      readRuleFile(this.reader_(), input, (actions, field) => this.checkActions_(actions, field))
    )
  }

  /** Puts rules back to what they were before {@link setLowStockRules}. */
  async putBackLowStockRules(result: RulesSet): Promise<void> {
    await this.translated_(async () => {
      await this.poster_.transact((run) => putBackRules(run, result))
      await this.compareNow_()
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

  /** Some alerts, as they are now. */
  async readLowStockAlerts(ids: string[], context: Context = {}): Promise<LowStockAlert[]> {
    return await readAlerts(this.reader_(context), ids)
  }

  /**
   * What a person says of alerts: they have been seen, need nothing more, or are to be quiet until a moment,
   * which holds for further alerts of the same stock, too. While stock that was said to need nothing more
   * stays low, nothing is told of it again.
   *
   * @returns the ids of those that were changed
   */
  async changeLowStockAlerts(input: ChangeAlertsInput): Promise<string[]> {
    return await this.translated_(async () => {
      const run = this.reader_()
      const { rights, actor } = currentWho()
      if (rights) {
        const places = await placesOfAlerts(run, input.ids)
        places.forEach((locationId) => refuseWithout(rights, locationId))
      }
      const changed = await changeAlerts(run, input, actor.id)
      if (input.strict && !changed.length) {
        await refuseStatus(run, input)
      }
      if (input.do !== "mute" && changed.length) {
        const name = `stockroom.low-stock.alert-${input.do}d`
        await this.eventBusModuleService_?.emit(changed.map((data) => ({ name, data })))
      }
      return changed.map(({ id }) => id)
    })
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
      (work) => this.poster_.transact(work),
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
      (work) => this.poster_.transact(work),
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
    await this.compareNow_()
  }

  /**
   * Refuses actions that cannot be run.
   *
   * @throws Refusal `invalid_data` with the field
   */
  protected checkActions_(_actions: RuleAction[], _field: string): void {}

  /** The rules are committed, and marked until they have been compared: what fails now is done by the job. */
  private async compareNow_(): Promise<void> {
    try {
      await this.evaluateLowStock({ patience: PATIENCE })
    } catch (error) {
      this.logger_.warn(
        `Stockroom: the stock is compared with changed low-stock rules later: ${(error as Error).message}`
      )
    }
  }

  private async applyDefaultOfOptions_(): Promise<void> {
    const { default: given } = this.options.low_stock
    const at = "low_stock.default."
    const rule = given
      ? readRule(given, at, (actions, field) => this.checkActions_(actions, field))
      : null
    await this.poster_.transact((run) => setDefaultOfOptions(run, rule))
  }

  protected async tellRules_({ created, updated, deleted }: RulesSet): Promise<void> {
    const ids = [...[...created, ...updated].map(({ id }) => id), ...deleted]
    if (ids.length) {
      await this.eventBusModuleService_?.emit([
        { name: "stockroom.low-stock.rules-changed", data: { ids } },
      ])
    }
  }
}
