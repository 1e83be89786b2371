import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

import { validateQuery } from "../../../utils/validate-query"
import {
  CheckItemsBody,
  CreateTransferBody,
  DraftOfHoldBody,
  DraftOfHoldsBody,
  DuplicateBody,
  EndBody,
  ImportItemsBody,
  ItemsOfCodeQuery,
  PendingBody,
  ReceiveBody,
  TransfersQuery,
  UpdateTransferBody,
} from "./validators"

const at = (path: string) => `/admin/stockroom${path}`

/** Thousands of lines fit in a request. */
const LARGE = { sizeLimit: "10mb" } as const

/** What each route of `/admin/stockroom/transfers` takes, the drafts that holds call for, and files of items. */
export const transferMiddlewares: MiddlewareRoute[] = [
  { methods: ["GET"], matcher: at("/transfers"), middlewares: [validateQuery(TransfersQuery)] },
  {
    methods: ["POST"],
    matcher: at("/transfers"),
    bodyParser: LARGE,
    middlewares: [validateAndTransformBody(CreateTransferBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/transfers/:id"),
    bodyParser: LARGE,
    middlewares: [validateAndTransformBody(UpdateTransferBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/transfers/:id/pending"),
    middlewares: [validateAndTransformBody(PendingBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/transfers/:id/receive"),
    bodyParser: LARGE,
    middlewares: [validateAndTransformBody(ReceiveBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/transfers/:id/cancel"),
    middlewares: [validateAndTransformBody(EndBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/transfers/:id/close"),
    middlewares: [validateAndTransformBody(EndBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/transfers/:id/duplicate"),
    middlewares: [validateAndTransformBody(DuplicateBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/holds/:id/draft-transfer"),
    middlewares: [validateAndTransformBody(DraftOfHoldBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/holds/draft-transfer"),
    middlewares: [validateAndTransformBody(DraftOfHoldsBody)],
  },
  {
    methods: ["POST"],
    matcher: at("/transfers/:id/items/import"),
    bodyParser: LARGE,
    middlewares: [validateAndTransformBody(ImportItemsBody)],
  },
  {
    methods: ["GET"],
    matcher: at("/transfer-items"),
    middlewares: [validateQuery(ItemsOfCodeQuery)],
  },
  {
    methods: ["POST"],
    matcher: at("/transfer-items/check"),
    bodyParser: LARGE,
    middlewares: [validateAndTransformBody(CheckItemsBody)],
  },
]
