const { MetadataStorage } = require("@medusajs/framework/mikro-orm/core")

// MikroORM keeps entities in a global, which would carry them from one test file into the next.
MetadataStorage.clear()

// The runner restores the database before each test, under the open connections. Knex reports each.
const log = console.log
console.log = (...args) => {
  if (!String(args[0]).includes("Connection ended unexpectedly")) log(...args)
}
