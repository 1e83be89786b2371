import { Client } from "pg"

/** Runs a statement on the server that DB_HOST and its like name, beside all databases of tests. */
export async function onServer<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: urlOf("postgres") })
  await client.connect()
  try {
    return (await client.query(text, values)).rows as Row[]
  } finally {
    await client.end()
  }
}

/** Does something while nobody else who asks for the same name does, in whatever process. */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: urlOf("postgres") })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext($1))", [name])
    return await work()
  } finally {
    await client.end()
  }
}

/** The address of a database on that server. */
export function urlOf(database: string): string {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const login = [DB_USERNAME ?? "postgres", DB_PASSWORD ?? ""].map(encodeURIComponent).join(":")
  return `postgres://${login}@${DB_HOST ?? "localhost"}:${DB_PORT ?? 5432}/${database}`
}
