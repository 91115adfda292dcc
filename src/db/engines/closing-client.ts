import pg from 'pg'

/**
 * Ends the connection when authentication fails on our side, such as a password that is asked for and not set: pg
 * leaves it open until the server's timeout, a minute later, and the process would not exit.
 */
export class ClosingClient extends pg.Client {
  override connect(): Promise<pg.Client>
  override connect(callback: ((error: Error) => void) | ((error: null, client: pg.Client) => void)): void
  override connect(
    callback?: ((error: Error) => void) | ((error: null, client: pg.Client) => void),
  ): Promise<pg.Client> | undefined {
    const connected = super.connect().catch(error => {
      this.end().catch(() => {})
      throw error
    })
    if (!callback) return connected
    const called = callback as (error: Error | null, client: pg.Client) => void
    connected.then(
      () => called(null, this),
      error => called(error, this),
    )
    return undefined
  }
}
