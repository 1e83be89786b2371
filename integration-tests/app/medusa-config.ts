import { defineConfig } from "@medusajs/framework/utils"

/** A store with nothing but the plugin, as built by `npm run build`. The test runner sets the database. */
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
  modules: [{ resolve: "medusa-stockroom/modules/inventory", options: {} }],
})
