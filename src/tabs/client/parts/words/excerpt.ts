/** Letters of what was written that name it elsewhere. */
const MOST = 60

/** The beginning of a text, cut between two words where it is long. */
export function firstWords(text: string): string {
  const letters = [...text]
  if (letters.length <= MOST) return text
  const cut = letters.slice(0, MOST).join('')
  const end = cut.lastIndexOf(' ')
  return `${end > MOST / 2 ? cut.slice(0, end) : cut}…`
}
