import { defineConfig } from "@medusajs/framework/utils"

/** The store of `../app` that enforces grants. Its secret API keys may change stock levels only. */
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
      options: {
        permissions: { enforce: true, owners: ["Admin@stockroom.test"], api_keys: ["levels"] },
      },
    },
  ],
})
