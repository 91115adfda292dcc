import asking from './asking.json' with { type: 'json' }
import attendance from './attendance.json' with { type: 'json' }
import audit from './audit.json' with { type: 'json' }
import ballots from './ballots.json' with { type: 'json' }
import broadcasts from './broadcasts.json' with { type: 'json' }
import channels from './channels.json' with { type: 'json' }
import checklist from './checklist.json' with { type: 'json' }
import closeout from './closeout.json' with { type: 'json' }
import commitments from './commitments.json' with { type: 'json' }
import conversation from './conversation.json' with { type: 'json' }
import demo from './demo.json' with { type: 'json' }
import drafts from './drafts.json' with { type: 'json' }
import exports from './exports.json' with { type: 'json' }
import feedback from './feedback.json' with { type: 'json' }
import figures from './figures.json' with { type: 'json' }
import ideas from './ideas.json' with { type: 'json' }
import initiatives from './initiatives.json' with { type: 'json' }
import interfaceTexts from './interface.json' with { type: 'json' }
import messages from './messages.json' with { type: 'json' }
import nextSteps from './next-steps.json' with { type: 'json' }
import nudges from './nudges.json' with { type: 'json' }
import people from './people.json' with { type: 'json' }
import programme from './programme.json' with { type: 'json' }
import publication from './publication.json' with { type: 'json' }
import refusals from './refusals.json' with { type: 'json' }
import remote from './remote.json' with { type: 'json' }
import returns from './returns.json' with { type: 'json' }
import review from './review.json' with { type: 'json' }
import rights from './rights.json' with { type: 'json' }
import room from './room.json' with { type: 'json' }
import screen from './screen.json' with { type: 'json' }
import synthesis from './synthesis.json' with { type: 'json' }
import tabs from './tabs.json' with { type: 'json' }
import themes from './themes.json' with { type: 'json' }
import thread from './thread.json' with { type: 'json' }
import trials from './trials.json' with { type: 'json' }
import utterances from './utterances.json' with { type: 'json' }
import workshops from './workshops.json' with { type: 'json' }

/** The French catalogue. One file for each feature; a key's first word stands in one file only. */
export const fr = {
  ...attendance,
  ...audit,
  ...ballots,
  ...broadcasts,
  ...channels,
  ...commitments,
  ...conversation,
  ...demo,
  ...drafts,
  ...exports,
  ...feedback,
  ...figures,
  ...ideas,
  ...initiatives,
  ...messages,
  ...nudges,
  ...people,
  ...programme,
  ...publication,
  ...refusals,
  ...remote,
  ...review,
  ...rights,
  ...checklist,
  ...screen,
  ...closeout,
  ...nextSteps,
  ...returns,
  ...room,
  ...trials,
  ...utterances,
  ...themes,
  ...asking,
  ...synthesis,
  ...tabs,
  ...thread,
  ...workshops,
  ...interfaceTexts,
}
