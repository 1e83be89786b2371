import type { ILockingModule } from "@medusajs/framework/types"

type Arguments<Method extends keyof ILockingModule> = Parameters<ILockingModule[Method]>

/**
 * Takes several keys one after the other, in the order given. Medusa's Redis provider asks for all
 * at once and keeps those it gets, so that two callers can each hold what the other waits for, in
 * whatever order they name them.
 */
export class OneByOne implements ILockingModule {
  /** @param patience - seconds to wait for all keys together, when the caller does not say */
  constructor(
    private readonly locks: ILockingModule,
    private readonly patience: number
  ) {}

  async execute<T>(
    keys: string | string[],
    job: (signal?: AbortSignal) => Promise<T>,
    args: Arguments<"execute">[2] = {},
    context?: Arguments<"execute">[3]
  ): Promise<T> {
    const until = Date.now() + (args.timeout ?? this.patience) * 1000
    /** Whichever of the locks is lost, the job is told. */
    const holding = async ([key, ...others]: string[], signals: AbortSignal[]): Promise<T> =>
      await this.locks.execute(
        key,
        async (signal) => {
          const lost = signal ? [...signals, signal] : signals
          return others.length ? await holding(others, lost) : await job(AbortSignal.any(lost))
        },
        { ...args, timeout: (until - Date.now()) / 1000 },
        context
      )
    return await holding([keys].flat(), [])
  }

  async acquire(...[keys, args, context]: Arguments<"acquire">): Promise<void> {
    for (const key of [keys].flat()) await this.locks.acquire(key, args, context)
  }

  async release(...args: Arguments<"release">): Promise<boolean> {
    return await this.locks.release(...args)
  }

  async releaseAll(...args: Arguments<"releaseAll">): Promise<void> {
    await this.locks.releaseAll(...args)
  }
}
