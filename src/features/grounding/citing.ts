/** What a model's words may stand on: what was sent, by alias. */
export type CitedTexts = ReadonlyMap<string, string>

/** The texts that are cited; undefined where one of them was not sent. */
export function citedBy(aliases: readonly string[], given: CitedTexts): readonly string[] | undefined {
  const cited = aliases.flatMap(alias => given.get(alias) ?? [])
  return cited.length === aliases.length ? cited : undefined
}
