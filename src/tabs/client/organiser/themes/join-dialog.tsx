import { Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { ThemeView } from '../../../contract/ideas/themes.ts'
import { pathTo } from '../../data/store/lists.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { useBoard } from './board-context.ts'

/** Asks with which theme another is joined: it is not undone. */
export default function JoinDialog({ theme, finish }: { theme: ThemeView; finish: () => void }) {
  const { say } = useSession().translator
  const { axis, themes, send: sendBoard } = useBoard()
  const act = useAct()
  const others = themes.filter(({ id }) => id !== theme.id)
  const [into, setInto] = useState(others[0]?.id ?? '')
  const send = async () => {
    const title = others.find(({ id }) => id === into)?.title ?? ''
    const sent = () => sendBoard('POST', pathTo('/themes', theme.id, 'join'), { axis, into })
    if (!(await act.run(sent, { text: say('theme.joined', { title }), about: theme.title }))) return
    finish()
  }
  return (
    <Frame
      title={say('theme.join.title', { title: theme.title })}
      close={finish}
      submit={{ word: say('theme.join.send'), act, send: () => void send(), final: true }}
    >
      <Field label={say('theme.join.with')}>
        <Select value={into} onChange={(_, { value }) => setInto(value)}>
          {others.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <p>{say('theme.join.means')}</p>
    </Frame>
  )
}
