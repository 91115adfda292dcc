/** What others than workshops know: where the person was checked in, which of those with these ids have a summary. */
export type Marks = {
  readonly visitedBy: (person: string) => Promise<readonly string[]>
  readonly cameTo: (person: string, workshops: readonly string[]) => Promise<ReadonlySet<string>>
  readonly summarisedAmong: (workshops: readonly string[]) => Promise<ReadonlySet<string>>
}
