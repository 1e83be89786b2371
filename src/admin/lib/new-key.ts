/**
 * A key that no other request has. Not by `randomUUID`: browsers lack it where the dashboard is served
 * without TLS.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
}
