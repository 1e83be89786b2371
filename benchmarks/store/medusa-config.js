const { defineConfig } = require("@medusajs/framework/utils")
const { withStockroom } = require("medusa-stockroom/config")

/**
 * A store without a dashboard: as Medusa makes it, or, with STOCKROOM set, on Stockroom. With CACHING, Medusa
 * keeps what it reads for each request, as a live store does; with KEEPING, Stockroom keeps its answers there, too.
 */
const caching = { resolve: "@medusajs/medusa/caching", options: { in_memory: { enable: true } } }

const store = {
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { connection: { ssl: false } },
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "benchmark",
      cookieSecret: "benchmark",
    },
  },
  admin: { disable: true },
  modules: process.env.CACHING ? [caching] : [],
  featureFlags: { caching: Boolean(process.env.CACHING) },
}

module.exports = defineConfig(
  process.env.STOCKROOM
    ? withStockroom(store, {
        locking: "in-memory",
        availability: { cache_seconds: process.env.KEEPING ? 60 : 0 },
      })
    : store
)
