import { authenticate } from "@medusajs/framework/http"

/** Plugins' middlewares run before Medusa's own check of who is asking. */
export const loggedIn = authenticate("user", ["session", "bearer", "api-key"])
