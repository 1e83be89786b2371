import { MedusaError } from "@medusajs/framework/utils"

import { LocationFinder, type NamedLocation } from "../../core/import"
import { Refusal } from "../../core/refusal"
import { newId } from "./ids"
import { markApplied, planRows, refuseUnready, rememberFailure, rowsToApply } from "./imports/apply"
import { RowChecker } from "./imports/check-rows"
import { readFile, sameHeader } from "./imports/read-file"
import { ImportRun } from "./imports/run"
import {
  countRows,
  deleteImport,
  fileHeader,
  insertImport,
  insertRows,
  listImports,
  listRows,
  lockForCheck,
  rejectedRows,
  retrieveImport,
  takeRows,
} from "./imports/store"
import type {
  ApplyImportInput,
  CheckImportInput,
  ImportRecord,
  ImportRow,
  ImportUndoPreview,
} from "./imports/types"
import { inTransaction } from "./posting/connection"
import { currentWho } from "./request-context"
import { TransferService } from "./transfer-service"
import { refuseReason } from "./translate/by-hand"
import { applyImport } from "./translate/import"
import type { UndoInput, UndoPreview } from "./types"

/** How many figures below zero a preview names. */
const NAMED = 100

/** What Stockroom adds to the Inventory Module for stock that comes in a file. */
export abstract class ImportService extends TransferService {
  abstract previewUndo(movementId: string): Promise<UndoPreview>
  abstract undoMovement(movementId: string, input?: UndoInput): Promise<{ movementId: string }>

  /**
   * Checks a file row by row and keeps what it would do; no stock is changed.
   *
   * @throws MedusaError `invalid_data` for a file that is none, or whose header is not understood
   */
  async checkImport(input: CheckImportInput): Promise<ImportRecord> {
    return await this.translated_(async () => {
      refuseReason(input.reason, this.options.reasons ?? null)
      const { header, portions } = await readFile(input.content)
      const id = newId("simp")
      const { actor } = currentWho()
      await inTransaction(this.knex_(), async (run) => {
        await insertImport(run, {
          id,
          fileName: input.file_name,
          header,
          reason: input.reason ?? null,
          note: input.note ?? null,
          createdBy: actor.id,
        })
        const checker = new RowChecker(run, header, new LocationFinder(input.locations))
        let rows = 0
        for await (const portion of portions) {
          await insertRows(run, id, await checker.check(portion))
          rows += portion.length
        }
        if (!rows) {
          throw Refusal.invalid("content", "has no rows below its header")
        }
        await countRows(run, id)
      })
      return await this.retrieveImport(id)
    })
  }

  /** Checks an import again, against the stock as it is now. */
  async recheckImport(id: string, locations: NamedLocation[]): Promise<ImportRecord> {
    return await this.translated_(async () => {
      const record = await retrieveImport(this.reader_(), id)
      refuseStatus(record, "checked")
      await inTransaction(this.knex_(), async (run) => {
        const { header, delimiter } = await lockForCheck(run, id)
        const checker = new RowChecker(
          run,
          sameHeader(header, delimiter),
          new LocationFinder(locations)
        )
        for (let after = 0; ;) {
          const rows = await takeRows(run, id, after)
          if (!rows.length) {
            break
          }
          await insertRows(run, id, await checker.check(rows))
          after = rows[rows.length - 1].line
        }
        await countRows(run, id)
      })
      return await this.retrieveImport(id)
    })
  }

  /** An import with its status. */
  async retrieveImport(id: string): Promise<ImportRecord> {
    return await this.translated_(() => retrieveImport(this.reader_(), id))
  }

  /** Imports, newest first. */
  async listImports(page: { limit: number; offset: number }): Promise<[ImportRecord[], number]> {
    return await this.translated_(() => listImports(this.reader_(), page))
  }

  /** An import's rows, in the order of the file. */
  async listImportRows(
    id: string,
    filters: { kind?: ImportRow["kind"]; limit: number; offset: number }
  ): Promise<[ImportRow[], number]> {
    return await this.translated_(async () => {
      await retrieveImport(this.reader_(), id)
      return await listRows(this.reader_(), id, filters)
    })
  }

  /** The rows that were rejected, as the file has them, with its header. */
  async rejectedRows(id: string): Promise<{
    fileName: string
    header: string[]
    delimiter: string
    rows: AsyncGenerator<{ cells: string[]; message: string }>
  }> {
    return await this.translated_(async () => {
      const { file_name, header, delimiter } = await fileHeader(this.reader_(), id)
      return { fileName: file_name, header, delimiter, rows: rejectedRows(this.reader_(), id) }
    })
  }

  /**
   * Applies an import: all of its changes, as one movement in one transaction, or none. Applied
   * already, it changes nothing and says so.
   *
   * @throws MedusaError `not_allowed` while rows have errors, `conflict` when stock has changed since
   * the check, or while somebody else applies it
   */
  async applyImport(
    id: string,
    input: ApplyImportInput = {}
  ): Promise<{ movementId: string; repeated: boolean }> {
    return await this.translated_(async () => {
      const read = this.reader_()
      const record = await retrieveImport(read, id)
      if (record.status === "applied" && record.movement_id) {
        return { movementId: record.movement_id, repeated: true }
      }
      refuseStatus(record, "checked")
      refuseUnready(record, input)
      const run = await ImportRun.claim(read, id)
      if (!run) {
        throw Refusal.conflict(`Import ${id} is being applied already`, { import_id: id })
      }
      try {
        return await this.applyClaimed_(record, input, run)
      } catch (error) {
        if (error instanceof Error && "details" in error && "type" in error) {
          const { type, message, details } = error as never
          // Who may not apply it says nothing about the import: the next one may.
          if (type !== MedusaError.Types.FORBIDDEN) {
            await rememberFailure(read, id, { code: type, message, details })
          }
        }
        throw error
      } finally {
        await run.end()
      }
    })
  }

  private async applyClaimed_(
    record: ImportRecord,
    input: ApplyImportInput,
    run: ImportRun
  ): Promise<{ movementId: string; repeated: boolean }> {
    const { id, reason, note } = record
    const total = rowsToApply(record, input)
    const rows = await planRows(this.reader_(), id, input, (done) =>
      run.tell("reading", done, total)
    )
    await run.tell("locking", 0, total)
    const plan = { id, rows, reason, note, allowNegative: input.allow_negative ?? false }
    const posted = await this.post_(
      () =>
        applyImport(
          currentWho(),
          plan,
          (inside) => markApplied(inside, record, input),
          () => void run.tell("writing", 0, total)
        ),
      {}
    )
    await run.tell("telling", 0, total)
    await this.announce_({}, posted)
    return { movementId: posted.result.movementId as string, repeated: posted.result.repeated }
  }

  /** What undoing an import would leave; changes nothing. */
  async previewImportUndo(id: string): Promise<ImportUndoPreview> {
    const { movement_id, status } = await this.retrieveImport(id)
    if (status !== "applied" || !movement_id) {
      return {
        possible: false,
        obstacle: `it is ${status}, not applied`,
        changes: 0,
        negative: [],
        more_negative: 0,
      }
    }
    const { possible, obstacle, rows } = await this.previewUndo(movement_id)
    const negative = rows.filter((row) => row.negative)
    return {
      possible,
      obstacle,
      changes: rows.length,
      negative: negative
        .slice(0, NAMED)
        .map(({ inventory_item_id, location_id, state, before, after }) => ({
          inventory_item_id,
          location_id,
          state,
          before,
          after,
        })),
      more_negative: Math.max(0, negative.length - NAMED),
    }
  }

  /** Takes an import back by a counter-movement: all of it, or nothing. */
  async undoImport(id: string, input: UndoInput = {}): Promise<{ movementId: string }> {
    return await this.translated_(async () => {
      const record = await retrieveImport(this.reader_(), id)
      refuseStatus(record, "applied")
      return await this.undoMovement(record.movement_id as string, input)
    })
  }

  /** Forgets an import that was not applied. */
  async deleteImport(id: string): Promise<void> {
    await this.translated_(async () => {
      const record = await retrieveImport(this.reader_(), id)
      refuseStatus(record, "checked")
      if (!(await deleteImport(this.reader_(), id))) {
        throw Refusal.conflict(`Import ${id} is being applied, or has been`, { import_id: id })
      }
    })
  }
}

function refuseStatus(record: ImportRecord, wanted: ImportRecord["status"]): void {
  if (record.status !== wanted) {
    throw Refusal.conflict(`Import ${record.id} is ${record.status}, not ${wanted}`, {
      import_id: record.id,
      status: record.status,
    })
  }
}
