import { Button, Container, Heading, Text } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"

import { useCheckImport } from "../../hooks/api/use-imports"
import { useFailureText } from "../../hooks/use-failure-text"
import { decodeText, MOST_BYTES } from "../../lib/import-file"
import { FieldError } from "../fields/field-error"
import { NoteField } from "../fields/note-field"
import { ReasonField } from "../fields/reason-field"
import { ColumnHelp } from "./column-help"
import { FileField } from "./file-field"

interface UploadFormProps {
  /** Called with the id of the import that the file has become. */
  checked: (id: string) => void
}

/** Chooses a file and has it checked. */
export function UploadForm({ checked }: UploadFormProps) {
  const { t } = useTranslation("stockroom")
  const failureText = useFailureText()
  const check = useCheckImport()
  const [file, setFile] = useState<File | null>(null)
  const [reason, setReason] = useState("")
  const [note, setNote] = useState("")
  const [problem, setProblem] = useState<string>()

  function choose(chosen: File | null): void {
    setFile(chosen)
    setProblem(chosen && chosen.size > MOST_BYTES ? t("imports.upload.tooLarge") : undefined)
  }

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (check.isPending) {
      return
    }
    if (!file) {
      setProblem(t("imports.upload.noFile"))
      return
    }
    if (file.size > MOST_BYTES) {
      return
    }
    const content = await file
      .arrayBuffer()
      .then((bytes) => decodeText(new Uint8Array(bytes)))
      .catch(() => null)
    if (content === null) {
      setProblem(t("imports.upload.unreadable"))
      return
    }
    check.mutate(
      {
        file_name: file.name,
        content,
        reason: reason.trim() || null,
        note: note.trim() || null,
      },
      {
        onSuccess: (answer) => checked(answer.import.id),
        onError: (error) =>
          setProblem(failureText(error).replace(/^content /, t("imports.upload.theFile"))),
      }
    )
  }

  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("imports.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("imports.subtitle")}
        </Text>
      </div>
      <div className="grid gap-x-8 gap-y-6 px-6 py-4 xl:grid-cols-2">
        <form className="flex flex-col gap-y-4" noValidate onSubmit={(event) => void save(event)}>
          <div className="flex flex-col gap-y-2">
            <FileField
              file={file}
              describedBy="import-file-error"
              invalid={problem !== undefined}
              onChange={choose}
            />
            <FieldError id="import-file-error" text={problem} />
          </div>
          <ReasonField value={reason} onChange={setReason} />
          <NoteField value={note} onChange={setNote} />
          <div className="flex items-center gap-x-3">
            <Button type="submit" size="small" isLoading={check.isPending}>
              {t("imports.upload.check")}
            </Button>
            <Text size="small" className="text-ui-fg-subtle" role="status">
              {check.isPending ? t("imports.upload.checking") : t("imports.upload.hint")}
            </Text>
          </div>
        </form>
        <ColumnHelp />
      </div>
    </Container>
  )
}
