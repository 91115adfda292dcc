import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { ThemeView } from '../../../contract/ideas/themes.ts'
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

type Props = { readonly theme?: ThemeView; readonly finish: () => void }

/** A theme's title and words: of a new one, or of one to be changed. */
export default function ThemeDialog({ theme, finish }: Props) {
  const { say } = useSession().translator
  const { axis, send: sendBoard } = useBoard()
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [title, setTitle] = useState(theme?.title ?? '')
  const [words, setWords] = useState(theme?.words.join(', ') ?? '')
  const [tried, setTried] = useState(false)
  const isWrong = title.trim() === '' || lengthOf(title) > LONGEST
  const send = async () => {
    setTried(true)
    if (isWrong || lengthOf(words) > WORDS_LONGEST) return focusFirstInvalid()
    const typed = { axis, title, words: words.split(/[,;\n]/).filter(word => word.trim() !== '') }
    const sent = () =>
      theme
        ? sendBoard('PUT', pathTo('/themes', theme.id, 'words'), typed)
        : sendBoard('POST', '/themes', { ...typed, nonce })
    if (!(await act.run(sent, { text: say(theme ? 'theme.changed' : 'theme.made'), about: title }))) return
    finish()
  }
  return (
    <Frame
      title={say(theme ? 'theme.change.title' : 'theme.make')}
      close={finish}
      submit={{ word: say(theme ? 'save' : 'theme.make.send'), act, send: () => void send() }}
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
    </Frame>
  )
}
