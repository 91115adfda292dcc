import { Button } from '@fluentui/react-components'
import { type MenuAct, MenuActs } from '../../parts/actions/menu-acts.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { nameOf } from '../../parts/words/button-name.ts'

export type MoreAct = { readonly word: string; readonly press: () => void }

type Props = {
  /** What the acts are about, for those who hear buttons without what surrounds them. */
  readonly name: string
  readonly acts: readonly MenuAct[]
}

/** What one seldom does with a thing, behind one button; one act alone is that button, and none is nothing. */
export function MoreActs({ name, acts }: Props) {
  const { translator } = useSession()
  const [first, ...others] = acts
  if (!first) return null
  if (others.length === 0)
    return (
      <Button
        data-act="more"
        appearance="subtle"
        aria-label={nameOf(translator, first.word, name)}
        onClick={() => first.press(null)}
      >
        {first.word}
      </Button>
    )
  // `data-act`: where the focus goes back to, after a form that one of its acts opened.
  return <MenuActs name={name} acts={acts} size="medium" className="more-acts" data-act="more" />
}
