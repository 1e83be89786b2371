import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"

import { Refusal } from "../../../core/refusal"
import type { LowStockAction, LowStockActionClass, LowStockActionInfo } from "./action"
import { BUILT_IN_ACTIONS } from "./actions"
import type { RuleAction } from "./types"

const PREFIX = "stockroom_low_stock_action_"

interface Registered {
  Action: LowStockActionClass
  /** Of the provider. */
  options: Record<string, unknown>
  builtIn: boolean
}

/** Registers a merchant's action. One with the identifier of a built-in action takes its place. */
export function registerAction(
  container: MedusaContainer,
  Action: LowStockActionClass,
  options: Record<string, unknown> = {}
): void {
  const registered: Registered = { Action, options, builtIn: false }
  container.register({ [PREFIX + Action.identifier]: asValue(registered) })
}

/** The actions that rules can name: the built-in ones, and those of the merchant's providers. */
export class ActionRegistry {
  private readonly made_ = new Map<string, LowStockAction>()
  private registeredOnce_?: Map<string, Registered>

  /** @param cradle - the module's container, as Medusa hands it to the service */
  constructor(private readonly cradle_: Record<string, unknown>) {}

  /** All of them, by identifier. */
  list(): LowStockActionInfo[] {
    return [...this.registered_()]
      .map(([identifier, { Action, builtIn }]) => ({
        identifier,
        label: Action.label ?? identifier,
        label_key: Action.labelKey ?? null,
        options_schema: jsonSchema(Action),
        has_undo: typeof Action.prototype.undo === "function",
        built_in: builtIn,
      }))
      .sort((a, b) => (a.identifier < b.identifier ? -1 : 1))
  }

  /**
   * The action of this name.
   *
   * @throws Refusal `not_found` where there is none any more, or it cannot be made
   */
  find(identifier: string): LowStockAction {
    const registered = this.registered_().get(identifier)
    if (!registered) {
      throw Refusal.notFound(`There is no low-stock action "${identifier}" in this store`)
    }
    const made =
      this.made_.get(identifier) ??
      (new registered.Action(this.cradle_, registered.options) as LowStockAction)
    this.made_.set(identifier, made)
    return made
  }

  /**
   * What a rule says to an action, as its schema reads it.
   *
   * @throws Refusal `invalid_data` where the schema refuses it
   */
  readOptions({ identifier, options }: RuleAction, field: string): Record<string, unknown> {
    const schema = this.registered_().get(identifier)?.Action.optionsSchema
    const result = schema?.safeParse(options ?? {})
    if (result && !result.success) {
      const [issue] = result.error.issues
      throw Refusal.invalid([field, ...issue.path].join("."), `is refused: ${issue.message}`)
    }
    return (result ? result.data : (options ?? {})) as Record<string, unknown>
  }

  /**
   * Refuses actions that cannot be run.
   *
   * @throws Refusal `invalid_data` with the field
   */
  check(actions: RuleAction[], field: string): void {
    actions.forEach((action, index) => {
      if (!this.registered_().has(action.identifier)) {
        throw Refusal.invalid(
          `${field}.${index}.identifier`,
          `must be one of ${[...this.registered_().keys()].sort().join(", ")}, and there is no "${action.identifier}"`
        )
      }
      this.readOptions(action, `${field}.${index}.options`)
    })
  }

  private registered_(): Map<string, Registered> {
    return (this.registeredOnce_ ??= new Map([
      ...BUILT_IN_ACTIONS.map(
        (Action) => [Action.identifier, { Action, options: {}, builtIn: true }] as const
      ),
      ...Object.keys(this.cradle_)
        .filter((key) => key.startsWith(PREFIX))
        .map((key) => [key.slice(PREFIX.length), this.cradle_[key] as Registered] as const),
    ]))
  }
}

/** A schema that JSON cannot express takes anything, as far as a form can tell. */
function jsonSchema({ optionsSchema }: LowStockActionClass): Record<string, unknown> {
  if (!optionsSchema) {
    return { type: "object" }
  }
  try {
    return z.toJSONSchema(optionsSchema, { io: "input" }) as Record<string, unknown>
  } catch {
    return { type: "object" }
  }
}
