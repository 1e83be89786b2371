import { Container } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"

import { ImportList } from "../../../../components/imports/import-list"
import { ImportSection } from "../../../../components/imports/import-section"
import { UploadForm } from "../../../../components/imports/upload-form"
import { LookOnly } from "../../../../components/rights/look-only"
import { useMay } from "../../../../hooks/use-may"

/** Stock from a file: what it would change, row by row, before anything changes. `?id=` opens an import. */
const ImportPage = () => {
  const [params, setParams] = useSearchParams()
  const may = useMay()
  const id = params.get("id")
  const open = (importId: string | null) => setParams(importId ? { id: importId } : {})
  return (
    <div className="flex flex-col gap-y-3">
      {id ? (
        <ImportSection key={id} id={id} close={() => open(null)} />
      ) : may("levels") ? (
        <UploadForm checked={open} />
      ) : (
        <Container className="p-0">
          <LookOnly right="levels" />
        </Container>
      )}
      <ImportList shown={id} />
    </div>
  )
}

export default ImportPage
