import './told-stories.css'
import { Button } from '@fluentui/react-components'
import { Handshake20Regular } from '@fluentui/react-icons/svg/handshake'
import type { ReadyStoriesView, ReadyStoryView } from '../../../contract/commitment-stories.ts'
import type { StoryActs } from '../../data/actions/stories.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { channelsText } from '../../parts/words/channel-text.ts'
import { usePersonalTab } from '../navigation/context.tsx'

type Told = ReadyStoriesView | undefined

export function hasStories(told: Told): boolean {
  return told !== undefined && told.items.length + told.out.length > 0
}

type RowProps = {
  readonly story: ReadyStoryView
  readonly acts: StoryActs
  /** Where it would stand; '' when nothing can be posted. */
  readonly places: string
}

/** Words that people of the Direction told of a kept commitment, to be published as they are or not. */
function StoryRow({ story, acts, places }: RowProps) {
  const { translator } = usePersonalTab()
  const { say, shortDay } = translator
  const act = useAct()
  const { text, signature, state, at, publishedAt } = story
  const out = state === 'published'
  const publish = () =>
    act.run(
      () => acts.publish(story),
      ({ channels = [] }) => ({
        text: say('story.where.now', { places: channelsText(channels, translator) }),
        about: text,
        undo: () => acts.setAside(story, true),
      }),
    )
  const setAside = () =>
    act.run(() => acts.setAside(story, true), {
      text: say(out ? 'story.take-down.done' : 'story.aside.done'),
      about: text,
      undo: () => acts.setAside(story, false),
    })
  const facts = [
    signature ?? say('story.post.unsigned'),
    out
      ? say('story.state.published', { date: shortDay(publishedAt ?? at) })
      : say('story.ready.on', { date: shortDay(at) }),
  ]
  return (
    <div className="week-act told-story">
      <span className="task-icon">
        <Handshake20Regular aria-hidden />
      </span>
      <div>
        <p className="title">{say(out ? 'story.out' : 'story.ready')}</p>
        <p className="told-words">{text}</p>
        <FactLine of={facts} />
        {!out && (
          <p className="quiet">{places === '' ? say('story.where.none') : say('story.where', { places })}</p>
        )}
        <div className="acts">
          {!out && places !== '' && (
            <ActButton
              act={act}
              aria-label={actName(translator, 'nudge.post.send', text)}
              onPress={() => void publish()}
            >
              {say('nudge.post.send')}
            </ActButton>
          )}
          <Button
            className="plain"
            appearance="subtle"
            aria-label={actName(translator, out ? 'story.take-down' : 'story.aside', text)}
            onClick={() => void setAside()}
          >
            {say(out ? 'story.take-down' : 'story.aside')}
          </Button>
        </div>
        <ActFailure act={act} />
      </div>
    </div>
  )
}

/** At the end of the week's acts: what waits, the oldest first, then what was published lately. */
export function ToldStories({ told, acts }: { readonly told: Told; readonly acts: StoryActs }) {
  const { translator } = usePersonalTab()
  if (!told || !hasStories(told)) return null
  const places = channelsText(told.channels, translator)
  return (
    <ul className="rows told-stories">
      {[...told.items, ...told.out].map(story => (
        <li key={story.id}>
          <StoryRow story={story} acts={acts} places={places} />
        </li>
      ))}
    </ul>
  )
}
