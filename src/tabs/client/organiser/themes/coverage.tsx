import type { ThemeBoardView } from '../../../contract/ideas/themes.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { shortDate } from '../../parts/words/days.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { sectionAddress } from '../parts/address.ts'
import { useBoard } from './board-context.ts'

function runText(translator: Translator, { run, coverage }: ThemeBoardView): string {
  const { say } = translator
  if (!run) return ''
  const { state, ideas, at } = run
  if (state === 'running') return say('theme.run.running', { count: ideas, all: coverage.ideas })
  if (state === 'stopped') return say('theme.run.stopped', { count: ideas })
  return say('theme.run.done', { count: ideas, date: shortDate(at, translator) })
}

/** Ideas that no board has. */
function Axisless({ count }: { count: number }) {
  const { say } = useSession().translator
  if (count === 0) return null
  return (
    <p className="quiet">
      {say('theme.axisless', { count })} <a href={sectionAddress('ideas')}>{say('theme.axisless.go')}</a>
    </p>
  )
}

/** How many ideas stand where, what the last run read, and the act that begins, stops or goes on with one. */
export function Coverage({ board }: { board: ThemeBoardView }) {
  const { translator } = useSession()
  const { say } = translator
  const { axis, send, reading } = useBoard()
  const act = useAct()
  const { run, coverage } = board
  const running = run?.state === 'running'
  const press = async () => {
    const path = running ? '/themes/stop' : '/themes/run'
    await act.run(() => send('POST', path, { axis }), say(running ? 'theme.run.stopping' : 'theme.run.begun'))
  }
  const { ideas, placed, aside, alone, byHand, unread } = coverage
  const word = running ? 'theme.run.stop' : run?.state === 'stopped' ? 'theme.run.goOn' : 'theme.run'
  if (ideas === 0)
    return (
      <div className="card theme-coverage">
        <p>{say('theme.none')}</p>
        <Axisless count={board.axisless} />
      </div>
    )
  return (
    <section className="card theme-coverage" aria-label={say('theme.coverage.name')}>
      <p>{say('theme.coverage', { ideas, placed, aside, alone, byHand })}</p>
      <p className="quiet" aria-live="polite">
        {runText(translator, board)}
        {unread > 0 && !running ? ` ${say('theme.unread', { count: unread })}` : ''}
      </p>
      <Axisless count={board.axisless} />
      {!reading && (
        <div className="acts">
          <ActButton act={act} onPress={() => void press()}>
            {say(word)}
          </ActButton>
        </div>
      )}
      <ActFailure act={act} />
    </section>
  )
}
