import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

import { validateQuery } from "../../../utils/validate-query"
import {
  AlertMuteBody,
  AlertNoteBody,
  AlertsBatchBody,
  AlertsQuery,
  RuleBody,
  RulesBatchBody,
  RulesExportQuery,
  RulesImportBody,
  RulesQuery,
  RuleUpdateBody,
} from "./validators"

const at = (path: string) => `/admin/stockroom/low-stock${path}`

/** Thousands of rules fit in a request. */
const LARGE = { sizeLimit: "10mb" } as const

/** What each route of `/admin/stockroom/low-stock` takes. */
export const lowStockMiddlewares: MiddlewareRoute[] = [
  { methods: ["GET"], matcher: at("/alerts"), middlewares: [validateQuery(AlertsQuery)] },
  {
    methods: ["POST"],
    matcher: at("/alerts/batch"),
    middlewares: [validateAndTransformBody(AlertsBatchBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/alerts/:id/acknowledge"),
    middlewares: [validateAndTransformBody(AlertNoteBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/alerts/:id/resolve"),
    middlewares: [validateAndTransformBody(AlertNoteBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/alerts/:id/mute"),
    middlewares: [validateAndTransformBody(AlertMuteBody)],
  },
  { methods: ["GET"], matcher: at("/rules"), middlewares: [validateQuery(RulesQuery)] },
  {
    methods: ["GET"],
    matcher: at("/rules/export"),
    middlewares: [validateQuery(RulesExportQuery)],
  },
  {
    methods: ["POST"],
    matcher: at("/rules"),
    middlewares: [validateAndTransformBody(RuleBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/rules/batch"),
    bodyParser: LARGE,
    middlewares: [validateAndTransformBody(RulesBatchBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/rules/import"),
    bodyParser: LARGE,
    middlewares: [validateAndTransformBody(RulesImportBody)],
  },
  {
    methods: ["POST"],
    // `batch` and `import` are no ids.
    matcher: /^\/admin\/stockroom\/low-stock\/rules\/(?!batch\/?$|import\/?$)[^/]+\/?$/,
    middlewares: [validateAndTransformBody(RuleUpdateBody)],
  },
]
