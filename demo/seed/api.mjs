/**
 * A client for the store's own HTTP API. A refused request stops the seed with what the store said:
 * a demo that quietly left something out would be worse than none.
 *
 * @param {string} baseUrl of the running store
 * @param {Record<string, string>} headers sent with every request (a token, a publishable key)
 */
export function createApi(baseUrl, headers = {}) {
  async function send(method, path, body) {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) {
      throw new Error(
        `${method} ${path} answered ${response.status}: ${text.slice(0, 500)}\n` +
          `  sent: ${JSON.stringify(body)?.slice(0, 500)}`
      )
    }
    return text ? JSON.parse(text) : {}
  }

  return {
    get: (path) => send("GET", path),
    post: (path, body = {}) => send("POST", path, body),
    delete: (path) => send("DELETE", path),
    headers,
    with: (more) => createApi(baseUrl, { ...headers, ...more }),
  }
}

/** Logs in and answers a client that sends the token. `actor` is `user` or `customer`. */
export async function logIn(api, actor, email, password) {
  const { token } = await api.post(`/auth/${actor}/emailpass`, { email, password })
  return api.with({ authorization: `Bearer ${token}` })
}
