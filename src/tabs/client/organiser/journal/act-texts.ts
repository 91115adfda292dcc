import type { Key } from '../../../../i18n/words.ts'

/** The acts that the journal keeps, by what they are about, each with its words. */
export const ACTS = {
  audit: {
    about: 'section.journal',
    acts: {
      'audit.export': 'journal.audit.export',
    },
  },
  attendance: {
    about: 'journal.about.attendance',
    acts: {
      'attendance.bring-in': 'journal.attendance.bring-in',
      'attendance.export': 'journal.attendance.export',
      'attendance.tick': 'journal.attendance.tick',
    },
  },
  ballots: {
    about: 'journal.about.ballots',
    acts: {
      'ballots.close': 'journal.ballots.close',
      'ballots.no-sequel': 'journal.ballots.no-sequel',
      'ballots.open': 'journal.ballots.open',
      'ballots.open-room': 'journal.ballots.open-room',
      'ballots.open-table': 'journal.ballots.open-table',
      'ballots.start': 'journal.ballots.start',
    },
  },
  broadcasts: {
    about: 'journal.about.broadcasts',
    acts: {
      'broadcasts.again': 'journal.broadcasts.again',
      'broadcasts.go-on': 'journal.broadcasts.go-on',
      'broadcasts.pause': 'journal.broadcasts.pause',
      'broadcasts.plan': 'journal.broadcasts.plan',
      'broadcasts.rehearse': 'journal.broadcasts.rehearse',
      'broadcasts.remove': 'journal.broadcasts.remove',
      'broadcasts.start': 'journal.broadcasts.start',
      'broadcasts.stop': 'journal.broadcasts.stop',
      'broadcasts.unplan': 'journal.broadcasts.unplan',
      'broadcasts.write': 'journal.broadcasts.write',
    },
  },
  channels: {
    about: 'journal.about.channels',
    acts: {
      'channels.bind': 'journal.channels.bind',
      'channels.repost': 'journal.channels.repost',
      'channels.settle': 'journal.channels.settle',
    },
  },
  checklist: {
    about: 'journal.about.checklist',
    acts: {
      'checklist.mark': 'journal.checklist.mark',
    },
  },
  closeout: {
    about: 'journal.about.closeout',
    acts: {
      'closeout.archive': 'journal.closeout.archive',
      'closeout.close': 'journal.closeout.close',
      'closeout.reopen': 'journal.closeout.reopen',
    },
  },
  exports: {
    about: 'journal.about.exports',
    acts: {
      'exports.open-data': 'journal.exports.open-data',
      'exports.take': 'journal.exports.take',
    },
  },
  figures: {
    about: 'journal.about.figures',
    acts: {
      'figures.export': 'journal.figures.export',
    },
  },
  synthesis: {
    about: 'journal.about.synthesis',
    acts: {
      'synthesis.decide': 'journal.synthesis.decide',
      'synthesis.draw': 'journal.synthesis.draw',
      'synthesis.judge': 'journal.synthesis.judge',
      'synthesis.order': 'journal.synthesis.order',
      'synthesis.propose': 'journal.synthesis.propose',
      'synthesis.publish': 'journal.synthesis.publish',
      'synthesis.reword': 'journal.synthesis.reword',
      'synthesis.withdraw': 'journal.synthesis.withdraw',
      'synthesis.write': 'journal.synthesis.write',
    },
  },
  themes: {
    about: 'journal.about.themes',
    acts: {
      'themes.adopt': 'journal.themes.adopt',
      'themes.change': 'journal.themes.change',
      'themes.discard': 'journal.themes.discard',
      'themes.join': 'journal.themes.join',
      'themes.make': 'journal.themes.make',
      'themes.move': 'journal.themes.move',
      'themes.place': 'journal.themes.place',
      'themes.propose': 'journal.themes.propose',
      'themes.remove': 'journal.themes.remove',
      'themes.restore': 'journal.themes.restore',
      'themes.retrieve': 'journal.themes.retrieve',
      'themes.stop': 'journal.themes.stop',
    },
  },
  ideas: {
    about: 'journal.about.ideas',
    acts: {
      'ideas.answer': 'journal.ideas.answer',
      'ideas.answer-again': 'journal.ideas.answer-again',
      'ideas.approve-on-wall': 'journal.ideas.approve-on-wall',
      'ideas.close-box': 'journal.ideas.close-box',
      'ideas.decide': 'journal.ideas.decide',
      'ideas.dismiss': 'journal.ideas.dismiss',
      'ideas.harvest': 'journal.ideas.harvest',
      'ideas.hide': 'journal.ideas.hide',
      'ideas.hide-comment': 'journal.ideas.hide-comment',
      'ideas.hide-on-wall': 'journal.ideas.hide-on-wall',
      'ideas.keep-comment': 'journal.ideas.keep-comment',
      'ideas.merge': 'journal.ideas.merge',
      'ideas.open-box': 'journal.ideas.open-box',
      'ideas.reopen-box': 'journal.ideas.reopen-box',
      'ideas.reopen-comment': 'journal.ideas.reopen-comment',
      'ideas.post-series-summary': 'journal.ideas.post-series-summary',
      'ideas.restore': 'journal.ideas.restore',
      'ideas.restore-comment': 'journal.ideas.restore-comment',
      'ideas.export-summary': 'journal.ideas.export-summary',
      'ideas.summarise': 'journal.ideas.summarise',
      'ideas.undo-answer': 'journal.ideas.undo-answer',
      'ideas.undo-decision': 'journal.ideas.undo-decision',
      'ideas.undo-merge': 'journal.ideas.undo-merge',
    },
  },
  initiatives: {
    about: 'journal.about.initiatives',
    acts: {
      'initiatives.hand-over': 'journal.initiatives.hand-over',
    },
  },
  trials: {
    about: 'journal.about.trials',
    acts: {
      'trials.decide': 'journal.trials.decide',
      'trials.reread': 'journal.trials.reread',
    },
  },
  nudges: {
    about: 'journal.about.nudges',
    acts: {
      'nudges.post': 'journal.nudges.post',
    },
  },
  commitments: {
    about: 'journal.about.commitments',
    acts: {
      'commitments.publish-story': 'journal.commitments.publish-story',
      'commitments.set-story-aside': 'journal.commitments.set-story-aside',
    },
  },
  review: {
    about: 'journal.about.review',
    acts: {
      'review.prepare': 'journal.review.prepare',
      'review.publish': 'journal.review.publish',
    },
  },
  room: {
    about: 'journal.about.room',
    acts: {
      'room.lead': 'journal.room.lead',
    },
  },
  steps: {
    about: 'journal.about.steps',
    acts: {
      'steps.ask': 'journal.steps.ask',
      'steps.tend': 'journal.steps.tend',
      'steps.write': 'journal.steps.write',
    },
  },
  data: {
    about: 'journal.about.data',
    acts: {
      'data.assistant-start': 'journal.data.assistant-start',
      'data.assistant-stop': 'journal.data.assistant-stop',
      'data.back-up': 'journal.data.back-up',
      'data.back-up.failed': 'journal.data.back-up.failed',
      'data.restore': 'journal.data.restore',
    },
  },
  rights: {
    about: 'journal.about.rights',
    acts: {
      'rights.erase': 'journal.rights.erase',
    },
  },
  people: {
    about: 'journal.about.people',
    acts: {
      'people.choose-direction': 'journal.people.choose-direction',
      'people.give-role': 'journal.people.give-role',
      'people.hand-over': 'journal.people.hand-over',
      'people.erase': 'journal.people.erase',
      'people.import': 'journal.people.import',
      'people.name-deputy': 'journal.people.name-deputy',
      'people.remove-deputy': 'journal.people.remove-deputy',
      'people.place': 'journal.people.place',
      'people.role-agent': 'journal.people.role-agent',
      'people.role-manager': 'journal.people.role-manager',
      'people.role-observer': 'journal.people.role-observer',
      'people.role-organiser': 'journal.people.role-organiser',
      'people.role-pilot': 'journal.people.role-pilot',
    },
  },
  programme: {
    about: 'journal.about.programme',
    acts: {
      'programme.change': 'journal.programme.change',
      'programme.export': 'journal.programme.export',
      'programme.import': 'journal.programme.import',
      'programme.learn': 'journal.programme.learn',
    },
  },
  workshops: {
    about: 'journal.about.workshops',
    acts: {
      'workshops.call-off': 'journal.workshops.call-off',
      'workshops.change': 'journal.workshops.change',
      'workshops.draw-tables': 'journal.workshops.draw-tables',
      'workshops.name-facilitator': 'journal.workshops.name-facilitator',
      'workshops.plan': 'journal.workshops.plan',
      'workshops.publish': 'journal.workshops.publish',
      'workshops.read-needs': 'journal.workshops.read-needs',
      'workshops.show-tables': 'journal.workshops.show-tables',
    },
  },
} as const satisfies Readonly<
  Record<string, { readonly about: Key; readonly acts: Readonly<Record<string, Key>> }>
>
