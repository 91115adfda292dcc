import { Button } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { Key } from '../../../../i18n/words.ts'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { usePersonalTab } from '../navigation/context.tsx'

type Parts = {
  readonly icon: ReactNode
  /** Of the title, where the focus may be sent to it. */
  readonly id?: string
  readonly title: string
  readonly facts: readonly string[]
  /** What more there is to know before acting. */
  readonly about?: ReactNode
  /** What there is to know takes room: it comes with the acts, once this word is pressed. `of`: whose, for its name. */
  readonly fold?: { readonly word: Key; readonly of: string }
  readonly children: ReactNode
}

function FoldButton({
  fold,
  open,
  turn,
}: Required<Pick<Parts, 'fold'>> & { open: boolean; turn: () => void }) {
  const { translator } = usePersonalTab()
  const word = open ? 'tab.less' : fold.word
  return (
    <Button
      size="small"
      {...(open && { appearance: 'subtle', className: 'plain' })}
      aria-expanded={open}
      aria-label={actName(translator, word, fold.of)}
      onClick={turn}
    >
      {translator.say(word)}
    </Button>
  )
}

/** A task, with its acts. */
export function Task({ icon, id, title, facts, about, fold, children }: Parts) {
  const [open, setOpen] = useState(false)
  const whole = !fold || open
  return (
    <>
      <span className="task-icon">{icon}</span>
      <div className="task-text">
        <p className="title" {...(id !== undefined && { id, tabIndex: -1 })}>
          {title}
        </p>
        <FactLine of={facts} />
        <div className="task-about">{whole && about}</div>
      </div>
      <div className="acts">
        {whole && children}
        {fold && <FoldButton fold={fold} open={open} turn={() => setOpen(!open)} />}
      </div>
    </>
  )
}
