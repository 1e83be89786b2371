import { defineConfig } from "@medusajs/framework/utils"
import { withStockroom } from "medusa-stockroom/config"

/** The store of `../app` with Stockroom's locking provider, made by the helper that merchants use. */
module.exports = defineConfig(
  withStockroom(
    {
      projectConfig: {
        http: {
          storeCors: "http://localhost:8000",
          adminCors: "http://localhost:9000",
          authCors: "http://localhost:9000",
          jwtSecret: "test",
          cookieSecret: "test",
        },
      },
      admin: { disable: true },
    },
    { locking: "in-memory" }
  )
)
