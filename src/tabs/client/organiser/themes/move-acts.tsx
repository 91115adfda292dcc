import { Button } from '@fluentui/react-components'
import { type ComponentProps, lazy, useState } from 'react'
import type { ThemeMoveInput } from '../../../contract/ideas/themes.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'

const MoveMenu = lazy(() => import('./move-menu.tsx'))

/** A place that an idea may go to, as the menu calls it, and what is said once it is there. */
export type MoveChoice = { readonly word: string; readonly done: string; readonly move: ThemeMoveInput }

export type MoveProps = {
  /** Of the idea, for those who hear buttons without what surrounds them. */
  readonly text: string
  readonly choices: readonly MoveChoice[]
  readonly press: (choice: MoveChoice) => void
}

/** Alone before the menu's code is there, then the menu's own trigger, which hands it more properties. */
export function MoveButton({ text, ...props }: { readonly text: string } & ComponentProps<'button'>) {
  const { translator } = useSession()
  return (
    <Button
      {...props}
      as="button"
      size="small"
      appearance="subtle"
      aria-haspopup="menu"
      aria-label={actName(translator, 'theme.move', text)}
    >
      {translator.say('theme.move')}
    </Button>
  )
}

/** « Déplacer » */
export function MoveActs(props: MoveProps) {
  const [wanted, setWanted] = useState(false)
  if (!wanted) return <MoveButton text={props.text} onClick={() => setWanted(true)} />
  return (
    <LazyPart fallback={<MoveButton text={props.text} />}>
      <MoveMenu {...props} />
    </LazyPart>
  )
}
