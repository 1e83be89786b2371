import Medusa from "@medusajs/js-sdk"

/** The merchant's build of the dashboard fills these in. */
declare const __BACKEND_URL__: string | undefined
declare const __AUTH_TYPE__: "session" | "jwt" | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined

/** Talks to the store that the dashboard belongs to, logged in as the dashboard is. */
export const sdk = new Medusa({
  baseUrl: typeof __BACKEND_URL__ === "undefined" ? "/" : (__BACKEND_URL__ ?? "/"),
  auth: {
    type: typeof __AUTH_TYPE__ === "undefined" ? "session" : (__AUTH_TYPE__ ?? "session"),
    jwtTokenStorageKey:
      typeof __JWT_TOKEN_STORAGE_KEY__ === "undefined" ? undefined : __JWT_TOKEN_STORAGE_KEY__,
  },
})
