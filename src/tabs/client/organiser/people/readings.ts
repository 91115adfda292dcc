/** What an unknown Direction of a file is read as: its spelling, the id and name of one of the programme. */
export type Reading = { readonly written: string; readonly meant: string; readonly name: string }

export type ReadAs = (readings: readonly Reading[]) => Promise<void>

/** As the API takes them; nothing of none. */
export function readingsInput(readings: readonly Reading[]) {
  return readings.length > 0 ? { readings: readings.map(({ written, meant }) => ({ written, meant })) } : {}
}
