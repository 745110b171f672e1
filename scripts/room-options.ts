import process from 'node:process'
import { readOptions } from './options.ts'
import { takePort } from './port.ts'

const USE = 'Use: npm run room -- [<section> | --agenda <agenda>] [--again] [--port <port>]; npm run room -- --help says more'

const HELP = `A live room: phones answer, the projector shows. How it goes: docs/facilitator.md

  npm run room                          opens a room of the whole course
  npm run room -- <section>             of one section, such as depression
  npm run room -- --agenda <agenda>     of the slides of a workshop, such as 60
  npm run room -- --again               goes on with the last room
  npm run room -- --port <port>         at another port than 3030; goes with all of these
  npm run room -- --forget              deletes all rooms of this machine

For an organisation, with ROOM_STORE, ROOM_KEY and ROOM_HOSTS (docs/architecture.md):

  npm run room -- --serve               serves rooms
  npm run room -- --open                opens one of those; goes with a section or an agenda
  npm run room -- --forget --everywhere deletes all rooms of all processes`

/** What can be done; a command does one of them */
const DOES = ['again', 'serve', 'open', 'forget'] as const

export interface RoomOptions {
  /** What is to be done; without it a room is opened and served */
  does?: typeof DOES[number]
  /** As `deckEntry` takes it: nothing, a section, or `--agenda` and its id */
  deck: string[]
  port: number
  /** Where the public site stands, to which people take home what they answered, with a slash at its end */
  home?: string
  /** What is to be said in place of all that */
  help?: string
}

/** @throws {Error} where it is none that a phone can open */
function publicAddress(text: string | undefined): string | undefined {
  if (!text)
    return undefined
  const address = URL.canParse(text) ? new URL(text) : undefined
  if (!address || !/^https?:$/.test(address.protocol))
    throw new Error(`PUBLIC_URL must be the whole address of the public site, such as https://your.site/course/ (it is "${text}").`)
  return address.origin + address.pathname.replace(/\/?$/, '/')
}

/**
 * @param args of the command line
 * @param env may say the port, the public site and the store; and npm says there what it took for an option of its own
 * @throws {Error} that says which option is wrong, and what would be right
 */
export function roomOptions(args: readonly string[], env: Partial<Record<string, string>> = process.env): RoomOptions {
  const taken = [...DOES, 'agenda', 'everywhere'].find(name => env[`npm_config_${name}`])
  if (taken)
    throw new Error(`npm took --${taken} for an option of its own: put -- before it. ${USE}`)
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      again: { type: 'boolean' },
      serve: { type: 'boolean' },
      open: { type: 'boolean' },
      forget: { type: 'boolean' },
      everywhere: { type: 'boolean' },
      agenda: { type: 'string' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  }, USE)
  if (values.help)
    return { deck: [], port: 0, help: HELP }
  const deck = values.agenda === undefined ? positionals : ['--agenda', values.agenda, ...positionals]
  const { port } = takePort(values.port === undefined ? [] : ['--port', values.port], env.PORT ?? '')
  const [does, ...others] = DOES.filter(name => values[name])
  if (others.length > 0)
    throw new Error(`--${does} and --${others.join(', --')} are two commands: give one. ${USE}`)
  if (deck.length > (values.agenda === undefined ? 1 : 2))
    throw new Error(`Name one section, or one agenda (not "${deck.join(' ')}"). ${USE}`)
  if (does === 'forget' && deck.length > 0)
    throw new Error(`--forget deletes all rooms: leave out "${deck.join(' ')}". ${USE}`)
  if (values.everywhere && !(does === 'forget' && env.ROOM_STORE))
    throw new Error(`--everywhere goes with --forget, where ROOM_STORE says where the rooms are. ${USE}`)
  if (does === 'forget' && env.ROOM_STORE && !values.everywhere)
    throw new Error('ROOM_STORE has the rooms of every process, and --forget would delete all of them. If that is meant: npm run room -- --forget --everywhere. Those of this machine alone are forgotten without ROOM_STORE.')
  const home = publicAddress(env.PUBLIC_URL)
  return { does, deck, port, ...home && { home } }
}
