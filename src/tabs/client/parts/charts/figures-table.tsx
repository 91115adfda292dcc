export type ChartTable = {
  readonly head: readonly string[]
  /** Each begins with what names it. */
  readonly rows: readonly (readonly string[])[]
}

/** What a chart shows, in numbers. */
export function FiguresTable({ title, table: { head, rows } }: { title: string; table: ChartTable }) {
  return (
    // Many columns are wider than a phone: they are scrolled to, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="table-scroll" tabIndex={0} aria-label={title}>
      <table className="figures-table">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            {head.map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={head[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
