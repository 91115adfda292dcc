/** Whether every letter of it is a capital: « ROBERT », as directories write surnames. */
const isCapital = (part: string) =>
  part.length > 1 && part === part.toUpperCase() && part !== part.toLowerCase()

/**
 * « Camille R. » of a name as the directory has it: first name and initial, surnames in capitals known wherever they stand.
 * One that has a single part stays as it is.
 */
export function shortName(name: string): string {
  const parts = name.trim().split(/\s+/)
  const surnames = parts.filter(isCapital)
  const mixed = surnames.length > 0 && surnames.length < parts.length
  const first = mixed ? parts.filter(part => !isCapital(part)).join(' ') : (parts[0] ?? '')
  const last = mixed ? surnames[0] : parts.length > 1 ? parts.at(-1) : undefined
  const [initial] = last ?? ''
  return initial === undefined ? first : `${first} ${initial.toUpperCase()}.`
}
