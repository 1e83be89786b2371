import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

import { validateQuery } from "../../utils/validate-query"
import { transferMiddlewares } from "./transfers/middlewares"
import {
  AllocationPreviewBody,
  CommitmentsQuery,
  CoverHoldBody,
  DeactivateBody,
  DispositionsBody,
  HistoryExportQuery,
  HistoryQuery,
  LocationBody,
  RepairBody,
  StockAsOfQuery,
  StockChangesBody,
  StockQuery,
  UndoBody,
  VerifyQuery,
} from "./validators"

const at = (path: string) => `/admin/stockroom${path}`

/** What each route of `/admin/stockroom` takes. */
export const stockroomMiddlewares: MiddlewareRoute[] = [
  { methods: ["GET"], matcher: at("/stock"), middlewares: [validateQuery(StockQuery)] },
  {
    methods: ["POST"],
    matcher: at("/stock"),
    bodyParser: { sizeLimit: "10mb" },
    middlewares: [validateAndTransformBody(StockChangesBody)],
  },
  { methods: ["GET"], matcher: at("/stock/as-of"), middlewares: [validateQuery(StockAsOfQuery)] },
  { methods: ["GET"], matcher: at("/history"), middlewares: [validateQuery(HistoryQuery)] },
  {
    methods: ["GET"],
    matcher: at("/history/export"),
    middlewares: [validateQuery(HistoryExportQuery)],
  },
  {
    methods: ["POST"],
    matcher: at("/movements/:id/undo"),
    middlewares: [validateAndTransformBody(UndoBody)],
  },
  {
    methods: ["GET"],
    matcher: at("/commitments"),
    middlewares: [validateQuery(CommitmentsQuery)],
  },
  { methods: ["GET"], matcher: at("/verify"), middlewares: [validateQuery(VerifyQuery)] },
  {
    methods: ["POST"],
    matcher: at("/repair"),
    middlewares: [validateAndTransformBody(RepairBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/locations/:id"),
    middlewares: [validateAndTransformBody(LocationBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/locations/:id/deactivate"),
    middlewares: [validateAndTransformBody(DeactivateBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/allocations/preview"),
    middlewares: [validateAndTransformBody(AllocationPreviewBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/holds/:id/cover"),
    middlewares: [validateAndTransformBody(CoverHoldBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/returns/:id/dispositions"),
    middlewares: [validateAndTransformBody(DispositionsBody)],
  },
  ...transferMiddlewares,
]
