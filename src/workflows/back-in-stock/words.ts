import type { BackInStockMessage } from "../../modules/inventory"

interface Links {
  confirm_url: string | null
  unsubscribe_url: string
}

interface Words {
  confirm: (name: string) => { subject: string; text: string }
  back: (name: string) => { subject: string; text: string }
  unsubscribe: string
}

const WORDS: Record<string, Words> = {
  en: {
    confirm: (name) => ({
      subject: `Shall we tell you when ${name} is back?`,
      text: `Somebody, probably you, wants to hear when ${name} is in stock again. Please confirm:`,
    }),
    back: (name) => ({
      subject: `${name} is back in stock`,
      text: `${name} is in stock again. This is the only message that you get about it.`,
    }),
    unsubscribe: "If you do not want to hear of it:",
  },
  de: {
    confirm: (name) => ({
      subject: `Sollen wir Bescheid sagen, wenn ${name} wieder da ist?`,
      text: `Jemand, wahrscheinlich Sie, möchte erfahren, wann ${name} wieder vorrätig ist. Bitte bestätigen Sie das:`,
    }),
    back: (name) => ({
      subject: `${name} ist wieder da`,
      text: `${name} ist wieder vorrätig. Das ist die einzige Nachricht, die Sie dazu bekommen.`,
    }),
    unsubscribe: "Wenn Sie davon nichts hören möchten:",
  },
  fr: {
    confirm: (name) => ({
      subject: `Vous prévenir du retour de ${name} ?`,
      text: `Quelqu’un, sans doute vous, souhaite savoir quand ${name} sera de nouveau en stock. Merci de confirmer :`,
    }),
    back: (name) => ({
      subject: `${name} est de retour`,
      text: `${name} est de nouveau en stock. C’est le seul message que vous recevrez à ce sujet.`,
    }),
    unsubscribe: "Si vous ne souhaitez pas en être informé :",
  },
  es: {
    confirm: (name) => ({
      subject: `¿Le avisamos cuando vuelva ${name}?`,
      text: `Alguien, probablemente usted, quiere saber cuándo vuelve a haber ${name}. Confírmelo, por favor:`,
    }),
    back: (name) => ({
      subject: `${name} vuelve a estar disponible`,
      text: `${name} vuelve a estar en existencias. Es el único mensaje que recibirá al respecto.`,
    }),
    unsubscribe: "Si no quiere recibir avisos:",
  },
}

/** A message for providers that send text; those with templates have its parts. */
export function wordsOf(
  { message, locale }: Pick<BackInStockMessage, "message" | "locale">,
  name: string,
  { confirm_url, unsubscribe_url }: Links
): { subject: string; text: string } {
  const words = WORDS[(locale ?? "en").slice(0, 2).toLowerCase()] ?? WORDS.en
  const { subject, text } = words[message](name)
  const parts = [text, confirm_url, `${words.unsubscribe}\n${unsubscribe_url}`]
  return { subject, text: parts.filter((part) => part !== null).join("\n\n") }
}
