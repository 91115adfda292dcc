/** What the rest may log with. Fields hold codes, ids and numbers; never a name or a message's text. */
export type Logger = {
  readonly info: (fields: object, message: string) => void
  readonly warn: (fields: object, message: string) => void
  readonly error: (fields: object, message: string) => void
}

export const silentLogger: Logger = { info: () => {}, warn: () => {}, error: () => {} }
