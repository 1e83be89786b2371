import { randomBytes } from "node:crypto"
import { basename } from "node:path"
import { createPostgresDatabaseTemplate, medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { oneAtATime, onServer } from "./server"

type Options = Parameters<typeof medusaIntegrationTestRunner>[0] & { medusaConfigFile: string }

/**
 * Medusa's test runner, which boots the store of a configuration on a database of its own. A new
 * database takes ten seconds to migrate, so the first file of a run keeps its own as it is before the
 * tests, and the others with the same configuration begin with a copy.
 *
 * @example
 * testStore({ medusaConfigFile: APP, testSuite: ({ api, getContainer }) => { … } })
 */
export function testStore({ testSuite, ...options }: Options): void {
  const template = templateOf(options.medusaConfigFile)
  const database = `stockroom_test_${process.pid}_${randomBytes(4).toString("hex")}`
  let copied = false
  medusaIntegrationTestRunner({
    ...options,
    dbName: database,
    hooks: {
      ...options.hooks,
      beforeServerStart: async (container) => {
        await options.hooks?.beforeServerStart?.(container)
        copied = template !== null && (await copy(template, database))
      },
    },
    testSuite: (suite) => {
      beforeAll(async () => {
        if (!template || copied) return
        // Another process may have had the same to do.
        await oneAtATime(template, async () => {
          if (await isThere(template)) return
          await createPostgresDatabaseTemplate({ databaseName: database, templateName: template })
        })
      })
      testSuite(suite)
    },
  })
}

/** Of a run by `npm test`, which drops its templates afterwards; others keep none. */
function templateOf(config: string): string | null {
  const { STOCKROOM_TEMPLATES } = process.env
  return STOCKROOM_TEMPLATES ? `${STOCKROOM_TEMPLATES}_${basename(config)}` : null
}

async function copy(template: string, database: string): Promise<boolean> {
  const found = await isThere(template)
  if (found) await onServer(`create database "${database}" template "${template}"`)
  return found
}

async function isThere(database: string): Promise<boolean> {
  const rows = await onServer("select 1 from pg_database where datname = $1", [database])
  return rows.length > 0
}
