import { Button } from '@fluentui/react-components'
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { type ReactNode, useId } from 'react'
import type { Key } from '../../../../i18n/words.ts'
import { monthsOf } from '../../../../kernel/personal-data/data-part.ts'
import type { HeldView } from '../../../contract/rights.ts'
import { useNarrow } from '../../parts/page/narrow.ts'
import { Panel } from '../../parts/panels/panel.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { pageAddress } from '../navigation/addresses.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { AROUND, type DataKindTexts } from './data-kinds.ts'

export type HeldPart = HeldView['parts'][number]

/** What one can do about that kind at once. */
function Acts({ kind }: { kind: DataKindTexts }) {
  const { translator, me, acting, open } = usePersonalTab()
  const { say } = translator
  if (kind.id === 'self') {
    return (
      <Button onClick={() => open({ kind: 'direction' })}>
        {say(me.direction ? 'direction.correct' : 'tab.direction.say')}
      </Button>
    )
  }
  if (kind.id === 'messages') {
    return (
      <>
        {acting && (
          <Button onClick={() => open({ kind: 'preferences' })}>{say('message.choices.set')}</Button>
        )}
        <a href={pageAddress('past')}>{say('cockpit.past')}</a>
      </>
    )
  }
  if (kind.id === 'workshops') return <a href={pageAddress('past')}>{say('past.workshops')}</a>
  return kind.source ? <a href={pageAddress('')}>{say('data.see')}</a> : null
}

/** « 2 idées, 5 soutiens ; données techniques : 2 » */
function heldText(
  { held }: DataKindTexts,
  { count, withdrawn = 0, around, rest }: HeldPart,
  { say }: Translator,
): string {
  const things = [
    ...(count > 0 ? [say(held, { count, withdrawn })] : []),
    ...around.map(({ kind, count, withdrawn = 0 }) => say(AROUND[kind], { count, withdrawn })),
  ].join(', ')
  return capitalised(say(things === '' ? 'data.held.technical' : 'data.held', { things, rest }))
}

type Props = {
  readonly kind: DataKindTexts
  /** How much is held; absent while it is asked. */
  readonly held: HeldPart | undefined
  readonly see: (kind: DataKindTexts) => void
}

/** What it is, what for, until when and who sees it, then its rows and what can be done about them. */
function About({ kind, held, see }: Props) {
  const { translator, programme } = usePersonalTab()
  const { say } = translator
  const lines: readonly (readonly [Key, string])[] = [
    ['data.why', say(kind.why)],
    ['data.until', say(kind.until, monthsOf(kind.id, programme.months))],
    ['data.seen', say(kind.seen)],
  ]
  return (
    <>
      <p>{say(kind.what)}</p>
      <dl className="data-lines">
        {lines.map(([name, text]) => (
          <div key={name}>
            <dt className="quiet">{say(name)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div className="acts place-acts">
        {held && (
          <Button aria-label={`${say('data.rows')} : ${say(kind.title)}`} onClick={() => see(kind)}>
            {say('data.rows')}
          </Button>
        )}
        <Acts kind={kind} />
      </div>
    </>
  )
}

/** On a phone its name and how much there is, which opens the rest. */
function Fold({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const heading = useId()
  return (
    <details className="card panel data-fold" aria-labelledby={heading}>
      <summary>
        <h2 id={heading}>{title}</h2>
        <span className="quiet">{text}</span>
        <ChevronDown20Regular aria-hidden />
      </summary>
      {children}
    </details>
  )
}

/** One kind of what is kept of me. */
export function DataKind(props: Props) {
  const { kind, held } = props
  const { translator } = usePersonalTab()
  const title = translator.say(kind.title)
  const text = held ? heldText(kind, held, translator) : ''
  if (useNarrow()) {
    return (
      <Fold title={title} text={text}>
        <About {...props} />
      </Fold>
    )
  }
  return (
    <Panel title={title} action={held && <span className="quiet">{text}</span>}>
      <About {...props} />
    </Panel>
  )
}
