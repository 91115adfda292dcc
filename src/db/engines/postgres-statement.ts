import pg from 'pg'

/** Text of one statement, and the texts bound to its `$1`, `$2`… */
export type Prelude = { readonly text: string; readonly values: readonly string[] }

/** What a statement answered. `command`: the first word of its tag, such as `COMMIT`. */
export type StatementAnswer = {
  readonly command: string
  readonly rowCount: number | null
  readonly rows: readonly unknown[]
}

type Wire = Pick<pg.Connection, 'stream'> & {
  readonly parse: (statement: { readonly text: string }) => void
  readonly bind: (statement: { readonly values: readonly string[] }) => void
  readonly execute: (portal: object) => void
}
type Config = {
  readonly text: string
  readonly values: readonly unknown[]
  readonly queryMode?: 'extended'
}
type Done = (error: Error | null, answer: StatementAnswer) => void

/** pg's query as its client calls it, of which the types have `submit` alone. */
type WireQuery = {
  submit(wire: Wire): Error | null
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, wire: Wire): void
}
const WireQuery = pg.Query as unknown as new (config: Config, done: Done) => WireQuery

const executeOn = (wire: Wire) => wire.execute({})

function sendPrelude(wire: Wire, { text, values }: Prelude): void {
  wire.parse({ text })
  wire.bind({ values })
  executeOn(wire)
}

/**
 * A statement that goes out together with some before it, and is answered with them in one round trip. They share one
 * Sync: where one fails, the server skips all that follow, this one included, and its error is the answer
 * (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING). What they answer is left out.
 */
class PostgresStatement extends WireQuery {
  readonly #before: readonly Prelude[]
  #unanswered: number

  constructor(config: Config, before: readonly Prelude[], done: Done) {
    super(before.length === 0 ? config : { ...config, queryMode: 'extended' }, done)
    this.#before = before
    this.#unanswered = before.length
  }

  override submit(wire: Wire): Error | null {
    // All of it in one packet.
    wire.stream.cork()
    try {
      for (const prelude of this.#before) sendPrelude(wire, prelude)
      return super.submit(wire)
    } finally {
      wire.stream.uncork()
    }
  }

  override handleDataRow(message: unknown): void {
    if (this.#unanswered === 0) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.#unanswered > 0) this.#unanswered -= 1
    else super.handleCommandComplete(message, wire)
  }
}

/** Runs a statement, and `before` ahead of it in the same round trip. @throws Error of whichever fails first */
export function runStatement(
  client: pg.ClientBase,
  { text, values }: Config,
  before: readonly Prelude[] = [],
): Promise<StatementAnswer> {
  return new Promise((resolve, reject) => {
    const done: Done = (error, answer) => (error ? reject(error) : resolve(answer))
    client.query(new PostgresStatement({ text, values }, before, done) as unknown as pg.Submittable)
  })
}
