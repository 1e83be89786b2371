import type { MedusaContainer } from "@medusajs/framework/types"
import type { z } from "@medusajs/framework/zod"

import type { LowStockAlert } from "./types"

/** What an action wants to keep of what it has done: shown in the log of runs, and handed to `undo`. */
export type ActionResult = Record<string, unknown>

/** What an action is handed beside the alert. */
export interface LowStockActionContext<Options = Record<string, unknown>> {
  /** Medusa's own container: every module, Query, and what workflows are run with. */
  container: MedusaContainer
  /** Those of the rule, as the action's schema has read them. */
  options: Options
  run: {
    /** The same for every attempt, so that another system can tell a repetition: an idempotency key. */
    id: string
    /** 1 for the first. */
    attempt: number
  }
  /** For `undo`: what `execute` has given; null where it was cut off or gave nothing. */
  result: ActionResult | null
  /** Aborts after five minutes, when the attempt counts as failed. */
  signal: AbortSignal
}

/**
 * What is done when stock runs low. Actions run after the change of stock has been committed, from the
 * stored alert: in parallel, at least once, in no order. One that throws is tried again, later and later;
 * neither the other actions nor the order notice. An attempt may have been cut off in the middle by the
 * death of its server, so that both methods must bear being repeated.
 *
 * The class has static properties too, see {@link LowStockActionClass}.
 *
 * @since 0.1.0
 */
export interface LowStockAction<Options = Record<string, unknown>> {
  /** Stock has run low. @throws whatever went wrong; its message is shown in the log of runs */
  execute(
    alert: LowStockAlert,
    context: LowStockActionContext<Options>
  ): Promise<ActionResult | void>
  /**
   * Stock is no longer low: it has come back, or its rule is gone. Runs after `execute`, also when that
   * failed or was cut off, and not when it had never begun.
   */
  undo?(alert: LowStockAlert, context: LowStockActionContext<Options>): Promise<ActionResult | void>
}

/**
 * The class of an action: what a module provider lists among its `services`.
 *
 * @since 0.1.0
 */
export interface LowStockActionClass {
  /**
   * @param container - the Inventory Module's own: its `logger`, not Medusa's modules
   * @param options - of the provider in medusa-config.ts
   */
  new (container: Record<string, unknown>, options: Record<string, unknown>): LowStockAction<never>
  /** How rules name it. One with the identifier of a built-in action takes its place. */
  identifier: string
  /** How people see it. */
  label?: string
  /** The dashboard's text for it, where it has one. */
  labelKey?: string
  /** What a rule may say to it; without it a rule may say anything. */
  optionsSchema?: z.ZodType
}

/** An action that rules can name. */
export interface LowStockActionInfo {
  identifier: string
  label: string
  /** The dashboard's text for it, where it has one. */
  label_key: string | null
  /** JSON Schema of what a rule may say to it. */
  options_schema: Record<string, unknown>
  /** Whether it takes back what it did when stock recovers. */
  has_undo: boolean
  built_in: boolean
}
