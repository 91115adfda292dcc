import pg from 'pg'

/**
 * pg leaves a connection open on which it could not answer what the server asked, a password that it has not got: until the
 * server gives up, a minute later, the process would not end.
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
