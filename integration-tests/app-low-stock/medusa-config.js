const { join } = require("node:path")
const { defineConfig } = require("@medusajs/framework/utils")

const MAILS = process.env.STOCKROOM_MAILS || "nowhere"

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
      options: {
        providers: [{ resolve: join(__dirname, "actions"), id: "actions" }],
        back_in_stock: {
          enabled: true,
          storefront_url: "https://shop.example/waiting?from=mail",
          // Where the provider writes down what it sends.
          templates: { confirm: MAILS, back: MAILS },
          rate_limit: { per_network: 40, per_address: 3 },
        },
      },
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
