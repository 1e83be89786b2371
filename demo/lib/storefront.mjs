import express from "express"
import { once } from "node:events"
import { STOREFRONT } from "./places.mjs"

/**
 * Serves the example of a storefront: files, and which store they speak to.
 *
 * @param {object} options
 * @param {string} options.url where it is to be
 * @param {string} options.store the store's address
 * @param {string} options.key the publishable key of the web shop
 * @param {string} options.host the address to listen on
 * @returns {Promise<() => Promise<void>>} what stops it
 */
export async function serveStorefront({ url, store, key, host }) {
  const app = express()
  app.get("/settings.json", (_req, res) => {
    res.json({ store, key })
  })
  app.use(express.static(STOREFRONT))
  const server = app.listen(Number(new URL(url).port), host)
  await once(server, "listening")
  return async () => {
    server.close()
    server.closeAllConnections()
  }
}
