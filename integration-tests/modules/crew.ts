import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"

import type { Order } from "./worker"

/** A process that runs ./worker. */
export class Worker {
  private readonly process: ChildProcess = fork(join(__dirname, "worker.ts"), {
    execArgv: ["--require", "ts-node/register/transpile-only"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  })

  private readonly ended = once(this.process, "exit")

  /** Gives an order and waits for the answer. */
  async obey<Answer>(order: Order): Promise<Answer> {
    this.process.send(order)
    const [reply] = (await Promise.race([once(this.process, "message"), this.ended])) as [
      { answer: Answer; error?: string } | number | null,
    ]
    if (reply === null || typeof reply === "number") throw new Error("A worker has ended")
    if (reply.error) throw new Error(`A worker failed: ${reply.error}`)
    return reply.answer
  }

  end(): void {
    this.process.disconnect()
  }
}

const workers: Worker[] = []

afterAll(() => workers.forEach((worker) => worker.end()))

/** As many processes, the same for all tests of a file: starting one takes a second or two. */
export function crew(size: number): Worker[] {
  while (workers.length < size) workers.push(new Worker())
  return workers.slice(0, size)
}
