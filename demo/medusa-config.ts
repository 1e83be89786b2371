import { defineConfig } from "@medusajs/framework/utils"

const url = process.env.DEMO_URL ?? "http://localhost:9000"
const storefront = process.env.DEMO_STOREFRONT_URL ?? "http://localhost:8000"

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    // The embedded Postgres speaks no TLS.
    databaseDriverOptions: { connection: { ssl: false } },
    // The demo runs a production build on plain http, where a secure cookie would never come back.
    cookieOptions: { secure: false, sameSite: "lax" },
    http: {
      storeCors: storefront,
      adminCors: url,
      authCors: `${url},${storefront}`,
      jwtSecret: "not-a-secret-in-a-demo",
      cookieSecret: "not-a-secret-in-a-demo",
    },
  },
  admin: { disable: process.env.DEMO_WITHOUT_DASHBOARD === "true" },
  plugins: [{ resolve: "medusa-stockroom", options: {} }],
  modules: [
    {
      resolve: "medusa-stockroom/modules/inventory",
      options: {
        transfers: {
          custom_fields: [
            { key: "pallets", label: "Pallets", type: "number" },
            { key: "dock", label: "Loading dock", type: "select", options: ["North", "South"] },
            { key: "pickup", label: "Pick-up day", type: "date" },
            { key: "fragile", label: "Fragile", type: "boolean" },
          ],
        },
        // Shoppers see where things are, and can wait for what is sold out. Their messages go to the log.
        availability: { locations: "all" },
        back_in_stock: {
          enabled: true,
          storefront_url: storefront,
          double_opt_in: false,
          channel: "shoppers",
        },
        // The admin may do everything; the clerk what the seed grants her. Secret API keys may do all.
        permissions: { enforce: true, owners: ["admin@stockroom.test"] },
      },
    },
    {
      // Nobody sends e-mails here: what a rule of low stock would send to the buyers fails.
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/notification-local",
            id: "local",
            options: { channels: ["feed", "shoppers"] },
          },
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/locking",
      options: {
        providers: [
          {
            resolve: "medusa-stockroom/providers/locking",
            id: "stockroom",
            is_default: true,
            options: { backend: "in-memory" },
          },
        ],
      },
    },
  ],
})
