/** What features to the right know of a workshop: check-ins and published summaries. */
export type Marks = {
  readonly visitedBy: (person: string) => Promise<readonly string[]>
  readonly cameTo: (person: string, workshops: readonly string[]) => Promise<ReadonlySet<string>>
  readonly summarisedAmong: (workshops: readonly string[]) => Promise<ReadonlySet<string>>
}
