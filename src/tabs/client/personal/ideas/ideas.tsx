import { Button } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { lazy } from 'react'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { openTab } from '../../host/navigation.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import type { Translator } from '../../parts/words/translator.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { Fold } from '../navigation/fold.tsx'
import { ShortList } from '../navigation/short-list.tsx'
import { MyIdeaRow } from './my-idea-row.tsx'

// Folded at first.
const ColleagueIdea = lazy(() => import('./colleague-idea.tsx'))
const SynthesisLink = lazy(() => import('./synthesis-link.tsx'))

/** How many there are; nothing where a part of them alone was read. */
function ideasState(
  ideas: readonly IdeaView[] | undefined,
  cut: boolean | undefined,
  { say }: Translator,
): string {
  return ideas && !cut ? say('tab.fold.ideas', { count: ideas.length }) : ''
}

/** « Mes idées »: for those who may have some. */
export function MyIdeas() {
  const { translator, programme, values, cut, acting, open } = usePersonalTab()
  const closed = programme.closedAt !== undefined
  if (!acting) return null
  const propose = (
    <Button
      size="small"
      appearance="subtle"
      className="plain"
      icon={<Add20Regular />}
      aria-label={translator.say('tab.idea.propose')}
      onClick={() => open({ kind: 'idea' })}
    >
      {translator.say('tab.idea.propose.short')}
    </Button>
  )
  return (
    <Fold
      name="my-ideas"
      title={translator.say('tab.ideas.mine')}
      state={ideasState(values.myIdeas, cut.myIdeas, translator)}
      part="unread.my-ideas"
      action={closed ? undefined : propose}
    >
      <ShortList
        items={values.myIdeas}
        source="myIdeas"
        part="unread.my-ideas"
        limit={3}
        empty={<p className="quiet">{translator.say('empty.ideas')}</p>}
        draw={idea => <MyIdeaRow idea={idea} />}
      />
    </Fold>
  )
}

/** Colleagues' ideas, and links to initiatives. */
export function ColleaguesIdeas() {
  const { translator, values, cut } = usePersonalTab()
  const others = values.ideas?.filter(({ mine }) => !mine)
  const gallery = (
    <Button size="small" appearance="subtle" className="plain" onClick={() => void openTab('gallery')}>
      {translator.say('initiative.list')}
    </Button>
  )
  return (
    <Fold
      name="ideas"
      title={translator.say('tab.ideas.others')}
      state={ideasState(others, cut.ideas, translator)}
      part="unread.ideas"
    >
      <ShortList
        items={others}
        source="ideas"
        part="unread.ideas"
        limit={3}
        empty={<p className="quiet">{translator.say('tab.ideas.none')}</p>}
        draw={idea => <ColleagueIdea idea={idea} />}
      />
      {gallery}
      <LazyPart quiet>
        <SynthesisLink />
      </LazyPart>
    </Fold>
  )
}
