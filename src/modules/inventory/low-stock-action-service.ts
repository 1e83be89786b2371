import type { Context } from "@medusajs/framework/types"

import { refuseWithout } from "../../core/grants"
import { newId } from "./ids"
import type { ActionResult, LowStockAction, LowStockActionInfo } from "./low-stock/action"
import { ActionRegistry } from "./low-stock/registry"
import { lowStockReport } from "./low-stock/report"
import {
  claimRuns,
  type ClaimedRun,
  failRun,
  finishRun,
  listRuns,
  putBackRun,
  renewClaim,
  retrieveRun,
  retryRun,
  type RunBefore,
  skipRun,
} from "./low-stock/runs"
import { itemsThatAreLow, type LowStockSources, lowStockSources } from "./low-stock/sources"
import type {
  LowStockAlert,
  LowStockReportFilters,
  LowStockReportRow,
  LowStockRun,
  LowStockRunFilters,
  RuleAction,
} from "./low-stock/types"
import { LowStockService } from "./low-stock-service"
import { inTransaction } from "./posting/connection"
import { currentWho } from "./request-context"

interface Page {
  limit: number
  offset: number
}

/** A portion of runs that a server has taken in hand. */
export interface RunClaim {
  claim: string
  runs: ClaimedRun[]
}

/** What Stockroom adds to the Inventory Module for what is done about low stock. */
export abstract class LowStockActionService extends LowStockService {
  /** One for each service: Medusa hands every workflow the service in a wrapper of its own. */
  readonly lowStockRunner: object = {}
  private actionsOnce_?: ActionRegistry

  /** The actions that rules can name. */
  listLowStockActions(): LowStockActionInfo[] {
    return this.actions_.list()
  }

  /**
   * The action of a run, and what its rule says to it.
   *
   * @throws Refusal where there is none any more, or it refuses what the rule says by now
   */
  findLowStockAction(run: RuleAction): {
    action: LowStockAction
    options: Record<string, unknown>
  } {
    return {
      action: this.actions_.find(run.identifier),
      options: this.actions_.readOptions(run, "options"),
    }
  }

  /** Runs of actions, the latest first. */
  async listLowStockRuns(
    filters: LowStockRunFilters,
    page: Page,
    context: Context = {}
  ): Promise<[LowStockRun[], number]> {
    return await listRuns(this.reader_(context), filters, page)
  }

  async retrieveLowStockRun(id: string, context: Context = {}): Promise<LowStockRun> {
    return await this.translated_(() => retrieveRun(this.reader_(context), id))
  }

  /** Takes runs that are due in hand, so that nobody else does. The claim ends by itself after a minute. */
  async claimLowStockRuns(limit: number): Promise<RunClaim> {
    const claim = newId("ilclaim")
    const runs = await inTransaction(this.knex_(), (run) => claimRuns(run, claim, limit))
    return { claim, runs }
  }

  /** Keeps what is claimed for another minute. */
  async renewLowStockClaim(claim: string): Promise<void> {
    await renewClaim(this.reader_(), claim)
  }

  /** A claimed run is done. */
  async finishLowStockRun(id: string, claim: string, result: ActionResult | null): Promise<void> {
    await finishRun(this.reader_(), { id, claim, result })
  }

  /** There is nothing to do in a claimed run. */
  async skipLowStockRun(id: string, claim: string): Promise<void> {
    await skipRun(this.reader_(), { id, claim })
  }

  /** A claimed run has failed: it is tried again later, or waits for a person. */
  async failLowStockRun(
    { id, attempts }: Pick<ClaimedRun, "id" | "attempts">,
    claim: string,
    error: string
  ): Promise<void> {
    await failRun(this.reader_(), { id, claim, attempts, error })
  }

  /**
   * Lets a run that has failed, or waits for its next attempt, be tried at once. Whoever asks needs the right where
   * the alert is, or everywhere.
   */
  async retryLowStockRun(id: string): Promise<RunBefore> {
    return await this.translated_(async () => {
      const { rights } = currentWho()
      if (rights) {
        refuseWithout(rights, (await retrieveRun(this.reader_(), id)).location_id)
      }
      return await retryRun(this.reader_(), id)
    })
  }

  /** Takes a retry back. */
  async putBackLowStockRun(before: RunBefore): Promise<void> {
    await putBackRun(this.reader_(), before)
  }

  /** How long what is watched lasts, and how much of it to order: what is most urgent first. */
  async listLowStockReport(
    filters: LowStockReportFilters,
    page: Page,
    context: Context = {}
  ): Promise<[LowStockReportRow[], number]> {
    return await lowStockReport(this.reader_(context), filters, page)
  }

  /** From where stock could come to where it has run low, for an action that moves it. */
  async lowStockSources(alert: LowStockAlert, destinationId: string): Promise<LowStockSources> {
    return await lowStockSources(this.reader_(), alert, destinationId)
  }

  /** Which of some items have run low wherever they are sold; in a channel, where one is named. */
  async itemsThatAreLow(itemIds: string[], channelId: string | null): Promise<string[]> {
    return await itemsThatAreLow(this.reader_(), itemIds, channelId)
  }

  protected override checkActions_(actions: RuleAction[], field: string): void {
    this.actions_.check(actions, field)
  }

  private get actions_(): ActionRegistry {
    return (this.actionsOnce_ ??= new ActionRegistry(this.cradle_))
  }
}
