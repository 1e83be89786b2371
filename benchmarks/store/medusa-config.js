const { defineConfig } = require("@medusajs/framework/utils")
const { withStockroom } = require("medusa-stockroom/config")

/** A store without a dashboard: as Medusa makes it, or, with STOCKROOM set, on Stockroom. */
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
}

module.exports = defineConfig(
  process.env.STOCKROOM ? withStockroom(store, { locking: "in-memory" }) : store
)
