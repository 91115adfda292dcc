import { Button } from '@fluentui/react-components'
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal'
import { type ComponentProps, lazy, useState } from 'react'
import type { Key } from '../../../../i18n/words.ts'
import { LazyPart } from '../notices/lazy-part.tsx'
import { useSession } from '../page/context.tsx'
import { actName } from '../words/button-name.ts'

const ActMenu = lazy(() => import('./act-menu.tsx'))

/** `press` is told the button behind which it stands: where the focus goes back to, after a dialog. */
export type MenuAct = { readonly word: string; readonly press: (button: HTMLElement | null) => void }

type Trigger = {
  /** What the acts are about, for those who hear buttons without what surrounds them. */
  readonly name: string
  /** On the button; three dots without it. */
  readonly word?: Key
  readonly size?: 'small' | 'medium'
}
export type MenuProps = Trigger & {
  readonly acts: readonly MenuAct[]
  readonly className?: string
  /** By which a form finds the button. */
  readonly 'data-act'?: string
}

/** Alone before the menu's code is there, then the menu's own trigger, which hands it more properties. */
export function MenuButton({ name, word, size = 'small', ...props }: Trigger & ComponentProps<'button'>) {
  const { translator } = useSession()
  return (
    <Button
      {...props}
      as="button"
      size={size}
      appearance="subtle"
      aria-haspopup="menu"
      aria-label={actName(translator, word ?? 'tab.commitment.more', name)}
      {...(word === undefined && { icon: <MoreHorizontal20Regular /> })}
    >
      {word && translator.say(word)}
    </Button>
  )
}

/** What one seldom does with a thing, behind one button. */
export function MenuActs({ acts, ...button }: MenuProps) {
  const [wanted, setWanted] = useState(false)
  if (!wanted) return <MenuButton {...button} onClick={() => setWanted(true)} />
  return (
    <LazyPart fallback={<MenuButton {...button} />}>
      <ActMenu {...button} acts={acts} />
    </LazyPart>
  )
}
