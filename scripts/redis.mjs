/**
 * A Redis server for tests of what needs one, where `redis-server` is installed; it is not on npm.
 *
 *     const redis = await redisFromEnvOrStart()
 *     process.env.REDIS_URL = redis.url
 *     await redis.stop()
 *
 * The server keeps nothing, and ends with the process that started it, however that one ends.
 */
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { setTimeout as sleep } from "node:timers/promises"

import { answers, freePort } from "./postgres.mjs"

/** A shell that ends the server when its own input closes, which it does when this process ends. */
const GUARD = `
  redis-server --port "$1" --bind 127.0.0.1 --save "" --appendonly no &
  cat
  kill "$!"
  wait`

/**
 * The server that `REDIS_URL` names, or one of its own; undefined where there is neither.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> } | undefined>}
 */
export async function redisFromEnvOrStart() {
  const { REDIS_URL } = process.env
  if (REDIS_URL) return { url: REDIS_URL, stop: async () => {} }
  if (spawnSync("redis-server", ["--version"]).status !== 0) return undefined

  const port = await freePort()
  const guard = spawn("sh", ["-c", GUARD, "redis-guard", String(port)], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  })
  guard.unref()
  guard.stdin.unref()
  for (const deadline = Date.now() + 10_000; !(await answers(port)); await sleep(20)) {
    if (Date.now() > deadline) throw new Error(`Redis did not start on port ${port}.`)
  }
  return {
    url: `redis://localhost:${port}`,
    async stop() {
      guard.ref()
      guard.stdin.end()
      await once(guard, "exit")
    },
  }
}
