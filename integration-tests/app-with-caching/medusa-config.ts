import { defineConfig } from "@medusajs/framework/utils"

/** The store of `../app` with Medusa's Caching Module, whose product routes tell no stock. */
module.exports = defineConfig({
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
  plugins: [{ resolve: "medusa-stockroom", options: {} }],
  modules: [
    {
      resolve: "medusa-stockroom/modules/inventory",
      options: { availability: { hide_in_products: true } },
    },
    { resolve: "@medusajs/medusa/caching", options: { in_memory: { enable: true } } },
  ],
})
