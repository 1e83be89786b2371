import { z } from "@medusajs/framework/zod"

import { DISPLAYS, SHOWN_LOCATIONS } from "../../core/availability"
import { RIGHTS } from "../../core/grants"
import { parseNonNegative } from "../../core/quantity"
import { HAND_STATES } from "../../core/state"
import { CUSTOM_FIELD_TYPES, ORIGIN_DEDUCTIONS } from "../../core/transfer"

/** In base units of an item: a decimal, as a string where it must be exact to many digits. */
const quantity = z
  .union([z.number(), z.string()])
  .refine(isQuantity, { message: "must be a decimal number, zero or above" })

function isQuantity(value: number | string): boolean {
  try {
    return parseNonNegative(value, "quantity").isFinite()
  } catch {
    return false
  }
}

function isAboveZero(value: number | string): boolean {
  return isQuantity(value) && Number(value) > 0
}

/** A field of the merchant's own on every transfer. */
const customField = z
  .object({
    /** How it is stored and asked for; unlike the label it cannot change without losing what was entered. */
    key: z.string().regex(/^[a-z][a-z0-9_]*$/, "must be lower case letters, digits and _"),
    /** How people see it. */
    label: z.string().min(1),
    type: z.enum(CUSTOM_FIELD_TYPES).default("text"),
    /** A transfer without it stays a draft. */
    required: z.boolean().default(false),
    /** What a `select` offers. */
    options: z.array(z.string().min(1)).nonempty().optional(),
  })
  .strict()
  .refine(({ type, options }) => (type === "select") === Boolean(options), {
    message: "a select needs options, and nothing else has them",
  })

/**
 * The options of the module entry in `medusa-config.ts`. Unknown options are refused, so that a
 * misspelt one is noticed.
 */
export const optionsSchema = z
  .object({
    /**
     * Reason codes that changes by hand may carry. Without it any text is allowed; with it only
     * these.
     */
    reasons: z.array(z.string().min(1)).nonempty().optional(),
    /** How orders are allocated to locations. */
    allocation: z
      .object({
        /** The identifier of a strategy: `priority`, `nearest`, `most_stock`, `fewest_locations` or one of your own. */
        strategy: z.string().min(1).default("priority"),
      })
      .strict()
      .prefault({}),
    returns: z
      .object({
        /** The state that returned units go to which are dismissed, as damaged in Medusa's words. */
        dismissed_to: z.enum([...HAND_STATES, "discard"]).default("damaged"),
      })
      .strict()
      .prefault({}),
    /** Who may change stock. Without it every admin may do everything, as in Medusa. */
    permissions: z
      .object({
        /** Whether grants are enforced, on Stockroom's routes and on Medusa's own. */
        enforce: z.boolean().default(false),
        /** E-mail addresses of the admins who may do everything, and grant rights to others. */
        owners: z.array(z.string().trim().toLowerCase().pipe(z.email())).default([]),
        /** What secret API keys may do. */
        api_keys: z.array(z.enum(RIGHTS)).default([...RIGHTS]),
      })
      .strict()
      .refine(({ enforce, owners }) => !enforce || owners.length > 0, {
        path: ["owners"],
        message:
          "must name at least one admin while grants are enforced: nobody else may grant rights",
      })
      .prefault({}),
    transfers: z
      .object({
        /**
         * When what is transferred leaves the origin's `available`: when the transfer is marked pending,
         * or when it is received; until then the origin keeps selling.
         */
        origin_deduction: z.enum(ORIGIN_DEDUCTIONS).default("on_pending"),
        /** Whether more may be received than was sent. */
        allow_over_receipt: z.boolean().default(false),
        /** Fields of your own, shown in the form of a transfer. */
        custom_fields: z
          .array(customField)
          .default([])
          .refine((fields) => new Set(fields.map(({ key }) => key)).size === fields.length, {
            message: "each key may be declared once",
          }),
      })
      .strict()
      .prefault({}),
    /** What is watched of stock that runs low, beside the rules that are made in the dashboard. */
    low_stock: z
      .object({
        /**
         * The rule for every item that has none of its own. Once it is changed in the dashboard, that
         * change holds.
         */
        default: z
          .object({
            /** `together`: all locations that are sold from; `each_location`: each of them by itself. */
            place: z.enum(["together", "each_location"]).default("together"),
            /** In base units of each item: stock is low at or below it. */
            threshold: quantity,
            /** What is done then: actions by their identifiers, with their options. */
            actions: z
              .array(
                z
                  .object({
                    identifier: z.string().min(1),
                    options: z.record(z.string(), z.unknown()).optional(),
                  })
                  .strict()
              )
              .default([]),
            /** How many days new stock takes to arrive. */
            lead_time_days: z.number().int().min(0).max(3_650).optional(),
            /** Up to how much is ordered, in base units. */
            reorder_to: quantity.optional(),
            /** Sells nothing that would take the stock below the threshold. */
            stop_selling: z.boolean().default(false),
          })
          .strict()
          .optional(),
      })
      .strict()
      .prefault({}),
    /** What shoppers are told of stock, where the dashboard says nothing else. */
    availability: z
      .object({
        /** Whether they are told how many there are: `always`, `never`, or while there are fewer than `display_below`. */
        display: z.enum(DISPLAYS).default("never"),
        display_below: z
          .union([z.number(), z.string()])
          .refine(isAboveZero, {
            message: "must be a decimal number above zero",
          })
          .optional(),
        /** Which locations they are told of: `none`, those where orders can be picked up, or `all`. */
        locations: z.enum(SHOWN_LOCATIONS).default("none"),
        /** How long an answer is kept in Medusa's Caching Module, where the store has one; 0 keeps none. */
        cache_seconds: z.number().int().min(0).max(3_600).default(60),
        /**
         * Whether Medusa's own routes of products tell no stock either: `inventory_quantity`, `inventory_items` and what
         * is behind them. Not for a storefront that reads those.
         */
        hide_in_products: z.boolean().default(false),
      })
      .strict()
      .refine(
        ({ display, display_below }) => (display === "below") === (display_below !== undefined),
        {
          path: ["display_below"],
          message: 'is for the display "below", which needs it',
        }
      )
      .prefault({}),
    /** Tells shoppers by e-mail when what was sold out is in stock again. */
    back_in_stock: z
      .object({
        /** Without it the store's routes for it are not there. */
        enabled: z.boolean().default(false),
        /**
         * The page of your storefront that the links in messages lead to. It is given `action`, which is `confirm` or
         * `unsubscribe`, and `token`, and sends both to the store.
         */
        storefront_url: z.url({ protocol: /^https?$/ }).optional(),
        /** Whether an address has to confirm before it waits. */
        double_opt_in: z.boolean().default(true),
        /** The channel of the notification provider that sends. */
        channel: z.string().min(1).default("email"),
        /** The provider's templates. */
        templates: z
          .object({
            confirm: z.string().min(1).default("stockroom-back-in-stock-confirm"),
            back: z.string().min(1).default("stockroom-back-in-stock"),
          })
          .strict()
          .prefault({}),
        /** How often may be asked within the window: from one network address, and for one address of e-mail. */
        rate_limit: z
          .object({
            window_seconds: z.number().int().min(1).max(86_400).default(3_600),
            per_network: z.number().int().min(1).default(30),
            per_address: z.number().int().min(1).default(10),
          })
          .strict()
          .prefault({}),
        /** For how many days an address is kept that has been told, has unsubscribed or was never confirmed. */
        forget_after_days: z.number().int().min(0).max(3_650).default(30),
        /** For how many days somebody waits. */
        wait_days: z.number().int().min(1).max(3_650).default(365),
      })
      .strict()
      .refine(({ enabled, storefront_url }) => !enabled || storefront_url !== undefined, {
        path: ["storefront_url"],
        message: "is needed, because messages carry links to it",
      })
      .prefault({}),
    /** The schedule of the nightly verification, as a cron expression; `false` switches it off. */
    verify: z
      .object({
        /** Whether the nightly verification also repairs what it finds. */
        repair: z.boolean().default(false),
        enabled: z.boolean().default(true),
      })
      .strict()
      .prefault({}),
  })
  .strict()

export type StockroomOptions = z.infer<typeof optionsSchema>

/** What Medusa itself puts among a module's options. */
const MEDUSA_OPTIONS = ["database", "manager", "providers"] as const

/**
 * Reads the options of the module entry.
 *
 * @throws Error naming every option that is wrong, and how
 */
export function parseOptions(options: Record<string, unknown> = {}): StockroomOptions {
  const own = Object.fromEntries(
    Object.entries(options).filter(([name]) => !MEDUSA_OPTIONS.includes(name as never))
  )
  const result = optionsSchema.safeParse(own)
  if (!result.success) {
    const problems = result.error.issues.map(
      (issue) => `  - ${issue.path.join(".") || "options"}: ${issue.message}`
    )
    throw new Error(
      `Stockroom's options in medusa-config.ts are not right:\n${problems.join("\n")}`
    )
  }
  return result.data
}
