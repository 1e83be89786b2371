import { defineConfig } from "@medusajs/framework/utils"

/** The store of `../app` whose transfers leave the origin when they are received, and may bring more. */
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
        transfers: {
          origin_deduction: "on_receipt",
          allow_over_receipt: true,
          custom_fields: [
            { key: "truck", label: "Truck", required: true },
            { key: "dock", label: "Dock", type: "select", options: ["North", "South"] },
          ],
        },
      },
    },
  ],
})
