/** Whether every letter of it is a capital: « ROBERT », as directories write surnames. */
const isCapital = (part: string) =>
  part.length > 1 && part === part.toUpperCase() && part !== part.toLowerCase()

/** First name, and surname where there is one, of a name as the directory has it: a surname in capitals is known wherever it stands. */
export function namePartsOf(name: string): { readonly first: string; readonly last?: string } {
  const parts = name.trim().split(/\s+/)
  const surnames = parts.filter(isCapital)
  const mixed = surnames.length > 0 && surnames.length < parts.length
  const first = mixed ? parts.filter(part => !isCapital(part)).join(' ') : (parts[0] ?? '')
  const last = mixed ? surnames[0] : parts.length > 1 ? parts.at(-1) : undefined
  return { first, ...(last !== undefined && { last }) }
}
