import { type ReactNode, useId } from 'react'
import { StateBadge } from '../../page/badge.tsx'
import { axisOf, useGround } from '../../page/ground.tsx'

type Props = {
  readonly kind: 'workshop' | 'series'
  readonly axis: string
  readonly title: string
  readonly description: string
  readonly facts: readonly ReactNode[]
  readonly acts: readonly string[]
  readonly footer: string
}

/** The card as it will read in its channels. Its buttons are words here: nothing is sent by pressing them. */
export function CardPreview({ kind, axis, title, description, facts, acts, footer }: Props) {
  const { speech, programme } = useGround()
  const { say } = speech
  const id = useId()
  const name = axisOf(programme, axis)?.title ?? ''
  return (
    <section className="preview" aria-labelledby={id}>
      <h2 id={id}>{say('plan.preview')}</h2>
      <div className="card-preview">
        <div className="card-preview-head">
          <span>{say(kind === 'series' ? 'series.kind' : 'workshop.kind', { axis: name })}</span>
          <StateBadge tone="neutral">{say('workshop.draft')}</StateBadge>
        </div>
        <p className="card-preview-title">{title}</p>
        {description && <p>{description}</p>}
        <ul className="card-preview-facts">
          {facts.map((fact, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they do not move
            <li key={at}>{fact}</li>
          ))}
        </ul>
        <ul className="card-preview-acts" aria-label={say('plan.preview.acts')}>
          {acts.map(act => (
            <li key={act}>{act}</li>
          ))}
        </ul>
        <p className="quiet card-preview-foot">{footer}</p>
      </div>
    </section>
  )
}
