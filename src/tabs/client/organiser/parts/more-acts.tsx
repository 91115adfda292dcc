import { Button } from '@fluentui/react-components'
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal'
import { type ComponentProps, lazy, useState } from 'react'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { actName, nameOf } from '../../parts/words/button-name.ts'

const MoreMenu = lazy(() => import('./more-menu.tsx'))

export type MoreAct = { readonly word: string; readonly press: () => void }

export type MoreProps = {
  /** What the acts are about, for those who hear buttons without what surrounds them. */
  readonly name: string
  readonly acts: readonly MoreAct[]
}

/** Alone before the menu's code is there, then the menu's own trigger, which hands it more properties. */
export function MoreButton({ name, ...props }: { readonly name: string } & ComponentProps<'button'>) {
  const { translator } = useSession()
  return (
    <Button
      {...props}
      as="button"
      // Where the focus goes back to, after a form that one of its acts opened.
      data-act="more"
      className="more-acts"
      appearance="subtle"
      aria-haspopup="menu"
      icon={<MoreHorizontal20Regular />}
      aria-label={actName(translator, 'tab.commitment.more', name)}
    />
  )
}

/** What one seldom does with a thing, behind one button; one act alone is that button, and none is nothing. */
export function MoreActs(props: MoreProps) {
  const { translator } = useSession()
  const [wanted, setWanted] = useState(false)
  const [first, ...others] = props.acts
  if (!first) return null
  if (others.length === 0)
    return (
      <Button
        data-act="more"
        appearance="subtle"
        aria-label={nameOf(translator, first.word, props.name)}
        onClick={first.press}
      >
        {first.word}
      </Button>
    )
  if (!wanted) return <MoreButton name={props.name} onClick={() => setWanted(true)} />
  return (
    <LazyPart fallback={<MoreButton name={props.name} />}>
      <MoreMenu {...props} />
    </LazyPart>
  )
}
