import type { ILockingModule, ILockingProvider } from "@medusajs/framework/types"

import { keysToLock } from "./keys"

type Arguments<Method extends keyof ILockingProvider> = Parameters<ILockingProvider[Method]>

/**
 * Lets the ids of inventory items pass, because Stockroom serialises their changes in the database,
 * and hands every other key to the locks that the store had.
 *
 * @since 0.1.0
 *
 * @example
 * // Nothing is locked, and nobody is waited for: the reservations are one transaction.
 * await locking.execute([item.id], () => inventory.createReservationItems(reservations))
 */
export class StockroomLockingProvider implements ILockingProvider {
  static readonly identifier = "stockroom"

  private readonly locks_: ILockingModule

  /** @param container - where `loadBackEnd` has put the locks that the store had, as `locking` */
  constructor(container: { locking: ILockingModule }) {
    this.locks_ = container.locking
  }

  async execute<T>(
    keys: string | string[],
    job: (signal?: AbortSignal) => Promise<T>,
    args?: Arguments<"execute">[2],
    context?: Arguments<"execute">[3]
  ): Promise<T> {
    const locked = keysToLock(keys)
    return locked.length ? await this.locks_.execute(locked, job, own(args), context) : await job()
  }

  async acquire(...[keys, args, context]: Arguments<"acquire">): Promise<void> {
    const locked = keysToLock(keys)
    if (locked.length) await this.locks_.acquire(locked, own(args), context)
  }

  /** A key that passed counts as released: whoever asks has always had it. */
  async release(...[keys, args, context]: Arguments<"release">): Promise<boolean> {
    const locked = keysToLock(keys)
    return locked.length ? await this.locks_.release(locked, own(args), context) : true
  }

  async releaseAll(...[args, context]: Arguments<"releaseAll">): Promise<void> {
    await this.locks_.releaseAll(own(args), context)
  }
}

/** A call that named its provider meant this one; the locks behind it have only their own. */
function own<Args extends object>(args: Args | undefined): Args | undefined {
  return args && { ...args, provider: undefined }
}
