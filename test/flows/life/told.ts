import type { Life } from './life.ts'

const moment = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ')

/** The life as a page of text: its timeline, then what each person was told. */
export function tellLife({ timeline, told }: Life): string {
  const steps = timeline.map(({ at, kind, by, detail }) =>
    [`${moment(at)}  ${kind}`, by && `by ${by}`, detail].filter(Boolean).join(' · '),
  )
  const people = [...told].map(([{ name }, messages]) => {
    const lines = messages.map(
      ({ at, words }) => `  ${moment(at)}  ${words.split('\n').slice(0, 4).join(' | ')}`,
    )
    return [`${name}: ${messages.length} messages`, ...lines].join('\n')
  })
  return [...steps, '', ...people, ''].join('\n')
}
