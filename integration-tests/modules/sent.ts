import type { Knex } from "@medusajs/framework/mikro-orm/knex"

interface Connection {
  query(config: { name?: string; text: string }, ...rest: unknown[]): unknown
}

/** The statements that some work sends, by name, or as far as they can be told apart. */
export async function sent(knex: Knex, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = []
  const client = knex.client as { acquireConnection(): Promise<Connection> }
  const acquire = client.acquireConnection.bind(client)
  const watched = new Set<Connection>()
  client.acquireConnection = async () => {
    const connection = await acquire()
    if (!watched.has(connection)) {
      watched.add(connection)
      const query = connection.query.bind(connection)
      connection.query = (config, ...rest) => {
        statements.push(config.name || config.text.trim().slice(0, 40))
        return query(config, ...rest)
      }
    }
    return connection
  }
  try {
    await work()
  } finally {
    client.acquireConnection = acquire
    watched.forEach((connection) => Reflect.deleteProperty(connection, "query"))
  }
  return statements
}
