import { z } from "@medusajs/framework/zod"

const milliseconds = z.number().positive()

/**
 * The provider's options in `medusa-config.ts`: which back end holds the locks that are left, the
 * one that the store had before. There is no default, because a store of several servers that fell
 * back to one server's memory would not notice. Unknown options are refused, so that a misspelt one
 * is noticed.
 */
export const optionsSchema = z.discriminatedUnion(
  "backend",
  [
    z.object({ backend: z.literal("in-memory") }).strict(),
    z.object({ backend: z.literal("postgres") }).strict(),
    z
      .object({
        backend: z.literal("redis"),
        redisUrl: z.string().min(1),
        /** As ioredis takes them. */
        redisOptions: z.record(z.string(), z.unknown()).optional(),
        /** What each key begins with in Redis; `medusa_lock:` by default. */
        namespace: z.string().min(1).optional(),
        /** How long to wait for a lock, in seconds, when the caller does not say; 5 by default. */
        waitLockingTimeout: z.number().positive().optional(),
        /** How long to wait before the second attempt, in milliseconds; 20 by default. */
        defaultRetryInterval: milliseconds.optional(),
        /** The longest wait between two attempts, in milliseconds; 1,000 by default. */
        maximumRetryInterval: milliseconds.optional(),
        /** By how much each wait is longer than the one before; 2 by default. */
        backoffFactor: z.number().min(1).optional(),
      })
      .strict(),
  ],
  { error: 'must be "in-memory", "postgres" or "redis", whichever the store had' }
)

/**
 * Options of Stockroom's locking provider.
 *
 * @since 0.1.0
 *
 * @example
 * const options: LockingOptions = { backend: "redis", redisUrl: "redis://localhost:6379" }
 */
export type LockingOptions = z.infer<typeof optionsSchema>

/**
 * Reads the provider's options.
 *
 * @throws Error naming every option that is wrong, and how
 */
export function parseOptions(options: unknown = {}): LockingOptions {
  const result = optionsSchema.safeParse(options)
  if (result.success) return result.data
  const problems = result.error.issues.map(
    (issue) => `  - ${issue.path.join(".") || "options"}: ${issue.message}`
  )
  throw new Error(
    `The options of Stockroom's locking provider in medusa-config.ts are not right:\n${problems.join("\n")}`
  )
}
