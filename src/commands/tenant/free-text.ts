/** Letters of a remark at most. */
export const REMARK_LENGTH = 300

/** Words that begin a sentence, and names of things: any other word with a capital may be somebody's name. */
const KNOWN = new Set(
  `A Avec Après Au Aucun Aucune Aux Avant Ca Ce Cela Celui Ces Cette Comme Dans De Deux Depuis Des Du Elle Elles En Est Et Il Ils Ici
  La Le Les Lors Mais Même Non On Ou Oui Par Parfois Pas Plus Pour Puis Quand Que Qui Rien Sans Seul Seule Si Sinon Sur Tous Tout Toute Trois
  Très Un Une Voir Vu À Ça Écran Était
  Bouton Carte Erreur Essayé Fichier Icône Image Impossible Message Onglet Page Réponse Texte
  After All An And Any As At Before But By Every For From If In It No None Not Nothing Once One Only Or Same Still The Then There They
  This Three Two When With Without Yes
  Android Azure Bot Card Cards Chrome ChromeOS Chromium Edge Entra Faire Administration Firefox Graph Lab Linux Mac Microsoft Outlook Pixel
  Playground
  Rooms Safari Samsung TalkBack Teams VoiceOver WebView WiFi Wifi Windows iOS iPad iPadOS iPhone macOS
  API CSP CSV HTTP HTTPS IA AI IT JSON MFA NVDA OK PC PDF PNG PSTN QR RSC SSO TLS UI VPN ZIP`.split(/\s+/),
)

/** Digits that may stand in a row, with what separates those of a telephone number. */
const MOST_DIGITS = 5
/** Letters and digits together, of which no word has as many. */
const IDENTIFIER_LENGTH = 12
const WITHIN_ADDRESS = [
  /[@\\]/,
  /\/\//,
  /[\p{L}\p{N}]:[\p{L}\p{N}]/u,
  /\p{L}\.[\p{L}\p{N}]/u,
  /\p{N}\.\p{L}/u,
  /\d\.\d{1,3}\.\d{1,3}\.\d/,
]

const partsOf = (word: string) => word.split(/[^\p{L}\p{N}]+/u).filter(part => part !== '')

const isIdentifier = (word: string) =>
  word.split(/[^0-9a-z_-]/i).some(run => run.length >= IDENTIFIER_LENGTH && /\d/.test(run))

const isNameLike = (word: string) => partsOf(word).some(part => /\p{Lu}/u.test(part) && !KNOWN.has(part))

const shown = (words: readonly string[]) => words.map(word => `« ${word.slice(0, 40)} »`).join(', ')

function hasLongNumber(text: string): boolean {
  let digits = 0
  for (const letter of text) {
    if (/[0-9]/.test(letter)) digits += 1
    else if (!/[\s.()+-]/.test(letter)) digits = 0
    if (digits > MOST_DIGITS) return true
  }
  return false
}

/**
 * Why a remark cannot leave: it holds what may designate a person or an administration. A name in small letters is not
 * found. @returns a part of a sentence; undefined where nothing is found
 */
export function designation(text: string): string | undefined {
  if (text.length > REMARK_LENGTH) return `is longer than ${REMARK_LENGTH} letters`
  const words = text.split(/\s+/)
  const addresses = words.filter(word => WITHIN_ADDRESS.some(sign => sign.test(word)))
  if (addresses.length > 0) return `holds an address, a mention or a link: ${shown(addresses)}`
  const identifiers = words.filter(isIdentifier)
  if (identifiers.length > 0) return `holds an identifier: ${shown(identifiers)}`
  const names = words.filter(isNameLike)
  if (names.length > 0)
    return `holds a word with a capital that may be a name: ${shown(names)}; write it small, or leave it out`
  return hasLongNumber(text)
    ? `holds a telephone number or another of more than ${MOST_DIGITS} digits`
    : undefined
}
