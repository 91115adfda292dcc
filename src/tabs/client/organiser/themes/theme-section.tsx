import { Button } from '@fluentui/react-components'
import { lazy, useRef, useState } from 'react'
import type { ThemeRemovedView, ThemeView } from '../../../contract/ideas/themes.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { MoreActs } from '../parts/more-acts.tsx'
import { useBoard } from './board-context.ts'
import { BoardList } from './board-list.tsx'
import { PlacedRow } from './placed-row.tsx'

const ThemeDialog = lazy(() => import('./theme-dialog.tsx'))
const JoinDialog = lazy(() => import('./join-dialog.tsx'))

/** « Modifier », « Réunir avec un autre », « Retirer ». */
function Acts({ theme, act }: { theme: ThemeView; act: ReturnType<typeof useAct> }) {
  const { say } = useSession().translator
  const { axis, themes, send } = useBoard()
  const { request, open, finish } = useDialog<'change' | 'join'>()
  const { id, title } = theme
  const setRemoved = (removed: boolean) =>
    send<ThemeRemovedView>('PUT', pathTo('/themes', id, 'removed'), { axis, removed })
  const remove = () =>
    act.run(
      () => setRemoved(true),
      ({ left }) => ({
        text: say('theme.removed', { count: left }),
        about: title,
        undo: () => setRemoved(false),
      }),
    )
  const acts = [
    { word: say('theme.change'), press: () => open('change') },
    ...(themes.length > 1 ? [{ word: say('theme.join'), press: () => open('join') }] : []),
    { word: say('theme.remove'), press: () => void remove() },
  ]
  return (
    <>
      <MoreActs name={title} acts={acts} />
      {request && (
        <LazyPart fallback={null}>
          {request === 'change' ? (
            <ThemeDialog theme={theme} finish={() => finish()} />
          ) : (
            <JoinDialog theme={theme} finish={() => finish()} />
          )}
        </LazyPart>
      )}
    </>
  )
}

/** All ideas of a theme; those for and against it apart, where a hand has said so. */
function Whole({ theme: { id, title, pro, con } }: { theme: ThemeView }) {
  const { say } = useSession().translator
  const place = { part: 'theme', theme: id } as const
  if (pro + con === 0) return <BoardList place={place} name={title} />
  return (
    <>
      <h3>{say('theme.for.count', { count: pro })}</h3>
      <BoardList place={place} stance="for" name={say('theme.for')} />
      <h3>{say('theme.against.count', { count: con })}</h3>
      <BoardList place={place} stance="against" name={say('theme.against')} />
      <h3>{say('theme.whole')}</h3>
      <BoardList place={place} name={title} />
    </>
  )
}

/** One theme: its words, how many ideas, the first of them with the reason, and all on demand. */
export function ThemeSection({ theme }: { theme: ThemeView }) {
  const { translator } = useSession()
  const { say } = translator
  const { reading } = useBoard()
  const act = useAct()
  const rows = useRef<HTMLOListElement>(null)
  const [whole, setWhole] = useState(false)
  const { id, title, words, count, pro, con, ideas } = theme
  return (
    <Panel
      title={title}
      action={
        <span className="theme-head">
          <span className="quiet">{say('theme.count', { count })}</span>
          {!reading && <Acts theme={theme} act={act} />}
        </span>
      }
    >
      <p className="quiet theme-words">
        {words.length > 0 ? say('theme.words', { words: words.join(', ') }) : say('theme.words.none')}
      </p>
      <ActFailure act={act} />
      {pro + con > 0 && <p>{say('theme.stances', { pro, con })}</p>}
      {whole ? (
        <Whole theme={theme} />
      ) : (
        <ol className="rows theme-rows" ref={rows} tabIndex={-1} aria-label={title}>
          {ideas.map(idea => (
            <PlacedRow key={idea.id} idea={idea} place={{ part: 'theme', theme: id }} heir={rows} />
          ))}
        </ol>
      )}
      {(count > ideas.length || whole || pro + con > 0) && (
        <Button
          appearance="transparent"
          className="more"
          aria-expanded={whole}
          aria-label={actName(translator, whole ? 'theme.less' : 'theme.all', title)}
          onClick={() => setWhole(!whole)}
        >
          {say(whole ? 'theme.less' : 'theme.all')}
        </Button>
      )}
    </Panel>
  )
}
