/** One series as it was read: its name, its labels as they stand in braces, its value. */
type Series = { readonly name: string; readonly labels: string; readonly value: number }

function parse(text: string): readonly Series[] {
  return text
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [, name = '', labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? []
      if (name === '') throw new Error(`no line of Prometheus’ format: ${line}`)
      return { name, labels, value: Number(value) }
    })
}

/** What Prometheus would read at `url`. */
export async function scrape(url: string) {
  const response = await fetch(url)
  const text = await response.text()
  const series = parse(text)
  return {
    status: response.status,
    text,
    series,
    /** The sum of those under `name` whose labels hold each of `parts`; 0 where there are none. */
    sum: (name: string, ...parts: string[]) =>
      series
        .filter(each => each.name === name && parts.every(part => each.labels.includes(part)))
        .reduce((sum, { value }) => sum + value, 0),
  }
}
