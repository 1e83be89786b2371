const { join } = require("node:path")
const { defineConfig } = require("@medusajs/framework/utils")

/** The store of `../app` with actions of its own, of which the tests decide how they end. */
module.exports = defineConfig({
  projectConfig: {
    ...(process.env.DATABASE_URL && { databaseUrl: process.env.DATABASE_URL }),
    databaseDriverOptions: { connection: { ssl: false } },
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "test",
      cookieSecret: "test",
    },
  },
  admin: { disable: true },
  plugins: [{ resolve: "medusa-stockroom", options: {} }],
  modules: [
    {
      resolve: "medusa-stockroom/modules/inventory",
      options: { providers: [{ resolve: join(__dirname, "actions"), id: "actions" }] },
    },
    {
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/notification-local",
            id: "local",
            options: { channels: ["feed"] },
          },
          { resolve: join(__dirname, "mail"), id: "mail", options: { channels: ["email"] } },
        ],
      },
    },
  ],
})
