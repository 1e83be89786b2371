import type { MedusaRequest } from "@medusajs/framework/http"

import { deleteTransferWorkflow, updateTransferWorkflow } from "../../../../../workflows"
import { answering } from "../../../../utils/answer"
import { readTransfer } from "../helpers"
import type { UpdateTransferBody } from "../validators"

/** A transfer with its lines, receipts and history. */
export const GET = answering(async (req: MedusaRequest, res) => {
  res.json(await readTransfer(req.scope, req.params.id))
})

/** Changes a draft, or what a transfer that was sent says besides its route and items. */
export const POST = answering(async (req: MedusaRequest<UpdateTransferBody>, res) => {
  const { id } = req.params
  await updateTransferWorkflow(req.scope).run({ input: { id, ...req.validatedBody } })
  res.json(await readTransfer(req.scope, id))
})

/** Deletes a draft. */
export const DELETE = answering(async (req: MedusaRequest, res) => {
  const { id } = req.params
  await deleteTransferWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "inventory_transfer", deleted: true })
})
