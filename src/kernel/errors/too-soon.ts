/** What was asked for can be done from `until` on (milliseconds): it waits for its turn, and did not fail. */
export class TooSoon extends Error {
  override readonly name = 'TooSoon'
  readonly until: number

  constructor(until: number) {
    super('not before its turn')
    this.until = until
  }
}
