// The baseline of `start` and `memory`. JavaScript, so that Node has no types to strip first.
import '@microsoft/teams-ai'
import 'adaptivecards-templating'
import 'botbuilder'
import { createServer } from 'restify'

createServer().listen(0, '127.0.0.1', () => process.stdout.write('ready\n'))
