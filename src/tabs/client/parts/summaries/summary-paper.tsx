import type { ReactNode } from 'react'
import { useSession } from '../page/context.tsx'
import { Paper } from '../page/paper.tsx'
import { PlaceContext } from './outcome.tsx'

type Props = {
  readonly title: string
  /** When it was, and when it was published. */
  readonly about: readonly string[]
  readonly children: ReactNode
}

/** A summary on one or two sheets of A4. */
export function SummaryPaper({ title, about, children }: Props) {
  const { translator, programme } = useSession()
  return (
    <Paper name="summary">
      <p className="paper-from">
        {programme.organisation} · {programme.name}
      </p>
      <h1>{title}</h1>
      {about.map(text => (
        <p key={text}>{text}</p>
      ))}
      <PlaceContext value="paper">{children}</PlaceContext>
      <p className="paper-end">{translator.say('harvest.summary.printed')}</p>
    </Paper>
  )
}
