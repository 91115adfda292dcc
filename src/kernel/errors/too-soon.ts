/** Rate limited: the call may be made from `until` (milliseconds). It is put off, and is no failed attempt. */
export class TooSoon extends Error {
  override readonly name = 'TooSoon'
  readonly until: number

  constructor(until: number) {
    super('not before its turn')
    this.until = until
  }
}
