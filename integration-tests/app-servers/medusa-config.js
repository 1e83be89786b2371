const { defineConfig } = require("@medusajs/framework/utils")
const { withStockroom } = require("medusa-stockroom/config")

const redisUrl = process.env.REDIS_URL ?? "redis://localhost:6379"

/** The store of `../app` as it runs on several servers: everything that they share is in Redis. */
module.exports = defineConfig(
  withStockroom(
    {
      projectConfig: {
        databaseUrl: process.env.DATABASE_URL,
        databaseDriverOptions: { connection: { ssl: false } },
        redisUrl,
        redisPrefix: process.env.REDIS_PREFIX,
        http: {
          storeCors: "http://localhost:8000",
          adminCors: "http://localhost:9000",
          authCors: "http://localhost:9000",
          jwtSecret: "test",
          cookieSecret: "test",
        },
      },
      admin: { disable: true },
      modules: [
        { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl } },
        { resolve: "@medusajs/medusa/workflow-engine-redis", options: { redis: { redisUrl } } },
        {
          resolve: "@medusajs/medusa/caching",
          options: {
            providers: [
              {
                resolve: "@medusajs/medusa/caching-redis",
                ...{ id: "caching-redis", is_default: true },
                options: { redisUrl, prefix: process.env.REDIS_PREFIX },
              },
            ],
          },
        },
      ],
    },
    { locking: { backend: "redis", redisUrl } }
  )
)
