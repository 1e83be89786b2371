import { createHash, randomUUID } from "node:crypto"

import { container } from "@medusajs/framework"
import type { ICachingModuleService, Logger } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

const PREFIX = "stockroom:availability"
/** What everything depends on: settings, rules and locations. */
const EVERYTHING = `${PREFIX}:everything`
/** From so many items on, everything is forgotten instead of each. */
const MANY_ITEMS = 500
/** A mark stands for so many times as long as an answer is kept; without it, answers are read anew. */
const MARK_TIMES = 10

interface Kept<T> {
  marks: string[]
  data: T
}

interface Mark {
  mark: string
}

/** What an answer depends on. */
export interface Dependence {
  itemIds: string[]
}

/**
 * Keeps what shoppers ask for in Medusa's Caching Module, where the store has one, and forgets it once
 * stock has changed.
 *
 * For each item there is a mark, a random word. An answer is kept with the marks that stood *before* the
 * database was read, and holds as long as they all still stand; a change of stock takes the marks of its
 * items away after it is committed and before its caller hears of it. So an answer that was read before a
 * sale and kept after it is never given: its mark is gone, and a new one is another word. Taking a mark
 * away works in a full cache, too, where nothing new can be kept.
 */
export class AvailabilityCache {
  constructor(
    private readonly seconds: number,
    private readonly logger: Pick<Logger, "warn">
  ) {}

  /** Whether anything is kept at all. */
  get keeps(): boolean {
    return this.cache_() !== null
  }

  /** Gives what is kept, or reads it and keeps it. */
  async through<T extends object>(asked: Dependence, read: () => Promise<T>): Promise<T> {
    const cache = this.cache_()
    if (!cache) {
      return await read()
    }
    const key = `${PREFIX}:${createHash("sha256").update(JSON.stringify(asked)).digest("hex")}`
    const scopes = [EVERYTHING, ...asked.itemIds.map(markOf)]
    const [kept, ...found] = await Promise.all([key, ...scopes].map((one) => getOf(cache, one)))
    const standing = found.map((one) => (one as Mark | null)?.mark)
    if (isKept<T>(kept) && kept.marks.every((mark, index) => mark === standing[index])) {
      return kept.data
    }
    const marks = await Promise.all(
      scopes.map(async (scope, index) => standing[index] ?? (await this.mark_(cache, scope)))
    )
    const data = await read()
    await this.safely_(() =>
      cache.set({ key, data: { marks, data }, ttl: this.seconds, tags: [PREFIX] })
    )
    return data
  }

  /** Forgets what depends on some items. */
  async forget(itemIds: Iterable<string>): Promise<void> {
    const items = [...new Set(itemIds)]
    const scopes = items.length > MANY_ITEMS ? [EVERYTHING] : items.map(markOf)
    const cache = scopes.length ? this.cache_() : null
    if (cache) {
      await this.safely_(() => Promise.all(scopes.map((scope) => clear(cache, scope))))
    }
  }

  /** Forgets everything: a setting, a rule or a location has changed. */
  async forgetEverything(): Promise<void> {
    const cache = this.cache_()
    if (cache) {
      await this.safely_(() => clear(cache, EVERYTHING))
    }
  }

  /** The stock has been changed for good: what the cache says cannot refuse it any more. */
  private async safely_(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.logger.warn(
        `Stockroom: the cache failed (${(error as Error).message}); what shoppers are told may be up to ${this.seconds} seconds old`
      )
    }
  }

  /** In a full cache nothing can be kept: the answer then has a mark that stands nowhere. */
  private async mark_(cache: ICachingModuleService, key: string): Promise<string> {
    const mark = randomUUID()
    const data: Mark = { mark }
    await this.safely_(() => cache.set({ key, data, ttl: this.seconds * MARK_TIMES, tags: [] }))
    return mark
  }

  private cache_(): ICachingModuleService | null {
    return this.seconds > 0
      ? (container.resolve<ICachingModuleService | undefined>(Modules.CACHING, {
          allowUnregistered: true,
        }) ?? null)
      : null
  }
}

const markOf = (itemId: string) => `${PREFIX}:item:${itemId}`

/**
 * The module lets a call share what an equal one, still under way, is about to find or to clear, which may
 * have been done already. With a tag of its own, which is not looked at beside a key, each call is made.
 */
const alone = (key: string) => ({ key, tags: [randomUUID()] })

async function getOf(cache: ICachingModuleService, key: string): Promise<unknown> {
  return await cache.get(alone(key))
}

async function clear(cache: ICachingModuleService, key: string): Promise<void> {
  await cache.clear(alone(key))
}

function isKept<T>(value: unknown): value is Kept<T> {
  return typeof value === "object" && value !== null && "marks" in value
}
