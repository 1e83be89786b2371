import { defineConfig } from "@medusajs/framework/utils"

/** The same store without Stockroom, to show what goes wrong there. The test runner sets the database. */
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
})
