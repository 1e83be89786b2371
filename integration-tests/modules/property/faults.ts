import type { Knex } from "@medusajs/framework/mikro-orm/knex"

import type { Database } from "../databases"

/**
 * What goes wrong at the nth statement of a call:
 *
 * - `error`: Postgres refuses it
 * - `killed`: the connection's backend is gone before it arrives
 * - `killed-after`: it is carried out, and then the connection is gone before the answer arrives
 */
export interface Fault {
  kind: "error" | "killed" | "killed-after"
  at: number
}

interface Connection {
  processID: number
  query: (config: Query, ...rest: unknown[]) => unknown
}

interface Client {
  acquireConnection(): Promise<Connection>
  logger: { warn(message: string): void }
}

type Query = string | { text: string; name?: string; values?: unknown[] }

/** Stands between a module and its connections, and breaks what it is told to break. */
export class Saboteur {
  private armed: Fault | null = null
  private seen = 0
  /** The statement that was broken by the latest fault. */
  broke: string | null = null

  constructor(
    knex: Knex,
    private readonly database: Database
  ) {
    const client = knex.client as Client
    const acquire = client.acquireConnection.bind(client)
    client.acquireConnection = async () => this.watched(await acquire())
    // Knex tells of every connection that it loses.
    client.logger.warn = () => {}
  }

  arm(fault: Fault): void {
    this.armed = fault
    this.seen = 0
    this.broke = null
  }

  disarm(): void {
    this.armed = null
  }

  private watched(connection: Connection): Connection {
    const query = Object.getPrototypeOf(connection).query.bind(connection) as Connection["query"]
    connection.query = (config, ...rest) => {
      const text = typeof config === "string" ? config : config.text
      const fault = this.armed
      // Postgres cannot refuse to roll back.
      const immune = fault?.kind === "error" && text === "rollback"
      if (!fault || ++this.seen !== fault.at || immune) {
        return query(config, ...rest)
      }
      this.armed = null
      this.broke = text
      switch (fault.kind) {
        case "error":
          // A server that cannot commit has rolled back; nothing else about COMMIT can go wrong there.
          return query(text === "commit" ? "rollback; select 1 / 0" : "select 1 / 0", ...rest)
        case "killed":
          return this.kill(connection).then(() => query(config, ...rest))
        case "killed-after":
          return Promise.resolve(query(config, ...rest)).then(async () => {
            await this.kill(connection)
            throw Object.assign(new Error("Connection terminated unexpectedly"), {
              code: "ECONNRESET",
            })
          })
      }
    }
    return connection
  }

  private async kill({ processID }: Connection): Promise<void> {
    await this.database.sql("select pg_terminate_backend($1, 5000)", [processID])
  }
}
