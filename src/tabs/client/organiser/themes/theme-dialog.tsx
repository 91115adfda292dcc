import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { ThemeProposalView, ThemeView } from '../../../contract/ideas/themes.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { pathTo } from '../../data/store/lists.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { TextField } from '../../parts/forms/text-field.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { lengthOf } from '../../parts/words/length.ts'
import { useBoard } from './board-context.ts'

/** Characters, as the server says; see features/programme/programme/theme.ts. */
const LONGEST = 60
/** Thirty words of forty characters. */
const WORDS_LONGEST = 1_200

type Props = {
  /** Of one to be changed. */
  readonly theme?: ThemeView
  /** Of a new one that a model has proposed. */
  readonly proposal?: ThemeProposalView
  readonly finish: () => void
}

const WORDS = {
  make: { title: 'theme.make', send: 'theme.make.send', done: 'theme.made' },
  add: { title: 'theme.proposal.add.title', send: 'theme.proposal.add.send', done: 'theme.proposal.added' },
  change: { title: 'theme.change.title', send: 'save', done: 'theme.changed' },
} as const

/** A theme's title and words: of a new one, of one that was proposed, or of one to be changed. */
export default function ThemeDialog({ theme, proposal, finish }: Props) {
  const { say } = useSession().translator
  const { axis, send: sendBoard } = useBoard()
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const word = WORDS[theme ? 'change' : proposal ? 'add' : 'make']
  const given = theme ?? proposal
  const [title, setTitle] = useState(given?.title ?? '')
  const [words, setWords] = useState(given?.words.join(', ') ?? '')
  const [tried, setTried] = useState(false)
  const isWrong = title.trim() === '' || lengthOf(title) > LONGEST
  const send = async () => {
    setTried(true)
    if (isWrong || lengthOf(words) > WORDS_LONGEST) return focusFirstInvalid()
    const typed = { axis, title, words: words.split(/[,;\n]/).filter(word => word.trim() !== '') }
    const sent = () =>
      theme
        ? sendBoard('PUT', pathTo('/themes', theme.id, 'words'), typed)
        : sendBoard('POST', '/themes', { ...typed, nonce, ...(proposal && { proposal: proposal.id }) })
    if (!(await act.run(sent, { text: say(word.done), about: title }))) return
    finish()
  }
  return (
    <Frame
      title={say(word.title)}
      close={finish}
      submit={{ word: say(word.send), act, send: () => void send() }}
    >
      <Field
        label={say('theme.field.title')}
        required
        {...(tried && isWrong && { validationMessage: say('theme.field.title.wrong', { max: LONGEST }) })}
      >
        <Input value={title} maxLength={200} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <TextField
        label={say('theme.field.words')}
        hint={say('theme.field.words.hint')}
        value={words}
        limit={WORDS_LONGEST}
        rows={4}
        optional
        onChange={setWords}
        tried={tried}
      />
      <p className="quiet">{say('theme.field.words.rule')}</p>
      {proposal && <p>{say('theme.proposal.add.means')}</p>}
    </Frame>
  )
}
