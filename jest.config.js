const { existsSync } = require("node:fs")

/**
 * One project per suite; `npm test -- <suite>` runs one (scripts/test.mjs). Every suite but `unit`
 * loads the built plugin from .medusa/server, as a store does, and needs the database of DB_HOST.
 * `browser` opens the demo store once for all of its files.
 */
const suite = (name, folder, extra = {}) => ({
  displayName: name,
  rootDir: __dirname,
  roots: [`${__dirname}/${folder}`],
  testMatch: ["**/*.spec.ts"],
  testEnvironment: "node",
  transform: {
    "\\.ts$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: "es2021",
        },
      },
    ],
  },
  transformIgnorePatterns: ["/node_modules/", "/\\.medusa/"],
  ...extra,
})

const withDatabase = { setupFiles: ["<rootDir>/integration-tests/setup.js"] }

module.exports = {
  testTimeout: 60_000,
  projects: [
    suite("unit", "unit-tests"),
    suite("modules", "integration-tests/modules", withDatabase),
    suite("redis", "integration-tests/redis", withDatabase),
    suite("workflows", "integration-tests/workflows", withDatabase),
    suite("http", "integration-tests/http", withDatabase),
    suite("browser", "integration-tests/browser", {
      globalSetup: "<rootDir>/integration-tests/browser/support/open-store.ts",
      globalTeardown: "<rootDir>/integration-tests/browser/support/close-store.ts",
    }),
  ].filter(({ roots: [folder] }) => existsSync(folder)),
}
