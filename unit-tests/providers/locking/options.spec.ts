import { parseOptions } from "../../../src/providers/locking/options"

const REDIS = { backend: "redis", redisUrl: "redis://localhost:6379" }

describe("options of the locking provider", () => {
  it.each([
    [{ backend: "in-memory" }],
    [{ backend: "postgres" }],
    [REDIS],
    [
      {
        ...REDIS,
        redisOptions: { db: 2 },
        namespace: "shop:",
        waitLockingTimeout: 10,
        defaultRetryInterval: 5,
        maximumRetryInterval: 200,
        backoffFactor: 1.5,
      },
    ],
  ])("may be %j", (options) => {
    expect(parseOptions(options)).toEqual(options)
  })

  it.each([
    ["none", undefined, /backend: must be "in-memory", "postgres" or "redis"/],
    ["no back end", {}, /backend: must be/],
    ["an unknown back end", { backend: "memcached" }, /backend: must be/],
    ["a misspelt one", { backend: "in-memory", namespaces: "x" }, /"namespaces"/],
    ["one of another back end", { backend: "postgres", redisUrl: "redis://x" }, /"redisUrl"/],
    ["Redis without its address", { backend: "redis" }, /redisUrl: .*expected string/],
    ["an empty address", { ...REDIS, redisUrl: "" }, /redisUrl: /],
    ["one of the wrong type", { ...REDIS, waitLockingTimeout: "5" }, /waitLockingTimeout: /],
    ["a wait of nothing", { ...REDIS, defaultRetryInterval: 0 }, /defaultRetryInterval: /],
    ["a shrinking wait", { ...REDIS, backoffFactor: 0.5 }, /backoffFactor: /],
    ["text", "redis", /options: /],
  ])("are refused by name: %s", (_, options, message) => {
    expect(() => parseOptions(options)).toThrow(message)
    expect(() => parseOptions(options)).toThrow("medusa-config.ts")
  })
})
