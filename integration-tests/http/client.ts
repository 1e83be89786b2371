import type { Http } from "./shop"

/**
 * Speaks to a store that is a process of its own as the test runner's client does to the one that it
 * boots: an answer other than 2xx is thrown, with `response`.
 */
export function client(url: string): Http {
  const send = async (method: string, path: string, body: unknown, options: object) => {
    const { headers = {} } = options as { headers?: Record<string, string> }
    const response = await fetch(url + path, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const data = text ? JSON.parse(text) : {}
    if (!response.ok) {
      throw Object.assign(new Error(`${method} ${path} answers ${response.status}: ${text}`), {
        response: { status: response.status, data },
      })
    }
    return { data }
  }
  return {
    get: (path, options) => send("GET", path, undefined, options),
    post: (path, body, options) => send("POST", path, body, options ?? {}),
    delete: (path, options) => send("DELETE", path, undefined, options),
  }
}
