/** Of what stands in bench/README.md by a command and not by hand. */
export type Mark = 'figures' | 'long figures'

const begin = (mark: Mark) => `<!-- ${mark}: begin -->`
const end = (mark: Mark) => `<!-- ${mark}: end -->`

function parts(page: string, mark: Mark): readonly [before: string, between: string, after: string] {
  const [before, rest, again] = page.split(begin(mark))
  const [between, after, more] = rest?.split(end(mark)) ?? []
  if (
    before === undefined ||
    between === undefined ||
    after === undefined ||
    again !== undefined ||
    more !== undefined
  )
    throw new Error(`bench/README.md must have « ${begin(mark)} » once, and « ${end(mark)} » once behind it`)
  return [before, between, after]
}

/** What stands between the marks. @throws Error where they are not there once each, in order */
export const between = (page: string, mark: Mark) => parts(page, mark)[1].trim()

/** The page with `text` between its marks, and all else as it was. @throws Error as `between` does */
export function putBetween(page: string, mark: Mark, text: string): string {
  const [before, , after] = parts(page, mark)
  return `${before}${begin(mark)}\n\n${text.trim()}\n\n${end(mark)}${after}`
}
