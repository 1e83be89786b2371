import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

import { requireOwner } from "../../utils/guarded-routes"
import { loggedIn } from "../../utils/logged-in"
import { validateQuery } from "../../utils/validate-query"
import { adminAvailabilityMiddlewares } from "./availability/middlewares"
import { adminBackInStockMiddlewares } from "./back-in-stock/middlewares"
import { lowStockActionMiddlewares } from "./low-stock/action-middlewares"
import { lowStockMiddlewares } from "./low-stock/middlewares"
import { transferMiddlewares } from "./transfers/middlewares"
import {
  AllocationPreviewBody,
  CommitmentsQuery,
  ChartQuery,
  ApplyImportBody,
  CheckImportBody,
  CoverHoldBody,
  DeactivateBody,
  DispositionsBody,
  GrantChangesQuery,
  GrantsBody,
  HistoryExportQuery,
  HistoryQuery,
  ImportRowsQuery,
  ImportsQuery,
  ItemUnitsBody,
  LocationBody,
  RepairBody,
  StockAsOfQuery,
  StockChangesBody,
  StockExportQuery,
  StockQuery,
  UndoBody,
  VariantUnitBody,
  VerifyQuery,
} from "./validators"

const at = (path: string) => `/admin/stockroom${path}`

/** What each route of `/admin/stockroom` takes. */
export const stockroomMiddlewares: MiddlewareRoute[] = [
  ...adminBackInStockMiddlewares,
  { methods: ["GET"], matcher: at("/stock"), middlewares: [validateQuery(StockQuery)] },
  {
    methods: ["POST"],
    matcher: at("/stock"),
    bodyParser: { sizeLimit: "10mb" },
    middlewares: [validateAndTransformBody(StockChangesBody)],
  },
  {
    methods: ["GET"],
    matcher: at("/stock/export"),
    middlewares: [validateQuery(StockExportQuery)],
  },
  { methods: ["GET"], matcher: at("/stock/as-of"), middlewares: [validateQuery(StockAsOfQuery)] },
  { methods: ["GET"], matcher: at("/history"), middlewares: [validateQuery(HistoryQuery)] },
  {
    methods: ["GET"],
    matcher: at("/history/export"),
    middlewares: [validateQuery(HistoryExportQuery)],
  },
  { methods: ["GET"], matcher: at("/items/:id/chart"), middlewares: [validateQuery(ChartQuery)] },
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
    matcher: at("/grants/:user_id"),
    middlewares: [loggedIn, requireOwner, validateAndTransformBody(GrantsBody)],
  },
  {
    methods: ["GET"],
    matcher: at("/grants/changes"),
    middlewares: [validateQuery(GrantChangesQuery)],
  },
  {
    methods: ["POST"],
    matcher: at("/returns/:id/dispositions"),
    middlewares: [validateAndTransformBody(DispositionsBody)],
  },
  { methods: ["GET"], matcher: at("/imports"), middlewares: [validateQuery(ImportsQuery)] },
  {
    methods: ["POST"],
    matcher: at("/imports"),
    bodyParser: { sizeLimit: "50mb" },
    middlewares: [validateAndTransformBody(CheckImportBody)],
  },
  {
    methods: ["GET"],
    matcher: at("/imports/:id/rows"),
    middlewares: [validateQuery(ImportRowsQuery)],
  },
  {
    methods: ["POST"],
    matcher: at("/imports/:id/apply"),
    middlewares: [validateAndTransformBody(ApplyImportBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/imports/:id/undo"),
    middlewares: [validateAndTransformBody(UndoBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/items/:id/units"),
    middlewares: [validateAndTransformBody(ItemUnitsBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/variants/:id/unit"),
    middlewares: [validateAndTransformBody(VariantUnitBody)],
  },
  ...adminAvailabilityMiddlewares,
  ...lowStockMiddlewares,
  ...transferMiddlewares,
  ...lowStockActionMiddlewares,
]
