/**
 * Which layer of src may import which.
 *
 * Entry points (api, subscribers, jobs) call workflows, workflows call modules, modules call core.
 * From another layer a module shows its index and its types, and nothing else.
 */
const MODULE_INSIDES = "^src/modules/[^/]+/(?!(index|types)\\.ts$)"

const forbid = (name, from, to) => ({ name, severity: "error", from: { path: from }, to })

module.exports = {
  forbidden: [
    {
      // Data models name each other on both sides of a relation, in functions that Medusa calls later.
      name: "no-cycles",
      severity: "error",
      from: { pathNot: "^src/modules/[^/]+/models/" },
      to: { circular: true },
    },
    {
      name: "core-knows-only-core-and-bignumber",
      severity: "error",
      from: { path: "^src/core/" },
      to: { pathNot: ["^src/core/", "^node_modules/bignumber\\.js/"] },
    },
    forbid("module-knows-core-and-itself", "^src/modules/([^/]+)/", {
      path: "^src/",
      pathNot: ["^src/core/", "^src/modules/$1/"],
    }),
    forbid("workflows-know-core-and-modules", "^src/workflows/", {
      path: "^src/",
      pathNot: ["^src/(core|modules|workflows)/"],
    }),
    forbid("providers-know-core-and-types", "^src/providers/", {
      path: "^src/",
      pathNot: ["^src/(core|providers)/", "^src/modules/[^/]+/types\\.ts$", "^src/types\\.ts$"],
    }),
    forbid("entry-points-do-not-know-the-admin", "^src/(api|subscribers|jobs|links)/", {
      path: "^src/(admin|providers)/",
    }),
    forbid("modules-show-index-and-types", "^src/(workflows|api|subscribers|jobs|links)/", {
      path: MODULE_INSIDES,
    }),
    forbid("admin-knows-core-and-the-contract", "^src/admin/", {
      path: "^src/",
      pathNot: ["^src/(admin|core)/", "^src/api/types"],
    }),
    forbid("admin-takes-only-types-from-the-server", "^src/admin/", {
      path: "^node_modules/@medusajs/(framework|medusa|utils|types)/",
      dependencyTypesNot: ["type-only"],
    }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: "__admin-extensions__",
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["require", "node", "default", "types"],
    },
  },
}
