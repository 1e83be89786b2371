import { join } from "node:path"
import { createApiKeysWorkflow, createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { IAuthModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** The store that HTTP tests boot: `testStore({ medusaConfigFile: APP, … })`. */
export const APP = join(__dirname, "..", "app")

/** The same store, with transfers that leave the origin on receipt and may bring more than was sent. */
export const APP_ON_RECEIPT = join(__dirname, "..", "app-on-receipt")

/** One whose transfers may bring more than was sent. */
export const APP_OVER_RECEIPT = join(__dirname, "..", "app-over-receipt")

/** The same store without Stockroom. */
export const APP_WITHOUT_STOCKROOM = join(__dirname, "..", "app-core")

/** Migrating a fresh database and booting Medusa takes longer than a test may. */
export const BOOT_TIMEOUT = 180_000

type Http = {
  post(path: string, body: unknown): Promise<{ data: unknown }>
}

/** Creates an admin user and logs in; the result goes into a request as `{ headers }`. */
export async function adminHeaders(
  api: Http,
  container: MedusaContainer,
  email = "admin@stockroom.test"
): Promise<{ authorization: string }> {
  const login = { email, password: "supersecret" }
  const auth = container.resolve<IAuthModuleService>(Modules.AUTH)
  const { authIdentity, error } = await auth.register("emailpass", { body: login })
  if (!authIdentity) throw new Error(`Could not register ${email}: ${error}`)
  await createUserAccountWorkflow(container).run({
    input: { authIdentityId: authIdentity.id, userData: { email } },
  })
  const { data } = await api.post("/auth/user/emailpass", login)
  return { authorization: `Bearer ${(data as { token: string }).token}` }
}

/** Creates a publishable key, which every request to `/store` must carry. */
export async function storeHeaders(
  container: MedusaContainer
): Promise<{ "x-publishable-api-key": string }> {
  const { result } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: "Storefront", type: "publishable", created_by: "test" }] },
  })
  return { "x-publishable-api-key": result[0].token }
}

/** Waits for what a subscriber does. */
export async function eventually(check: () => Promise<void>, ms = 15_000): Promise<void> {
  const end = Date.now() + ms
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (Date.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
