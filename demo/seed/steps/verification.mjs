/** After all of that, the levels, the ledger, Medusa's figures and the reservations must agree. */
export async function verifyStock({ admin, progress }) {
  const { verification } = await admin.get("/admin/stockroom/verify")
  if (!verification.consistent) {
    throw new Error(`The stock does not add up:\n${JSON.stringify(verification.drifts, null, 2)}`)
  }
  progress(`${verification.levels} levels, all in line`)
}
