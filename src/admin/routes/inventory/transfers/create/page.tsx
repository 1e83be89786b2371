import { TransferForm } from "../../../../components/transfer-form/transfer-form"

/** Makes a transfer. */
const CreateTransferPage = () => <TransferForm transfer={null} />

export default CreateTransferPage
