import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { roomOptions } from './room-options.ts'

const read = (...args: string[]) => roomOptions(args, {})

describe('what npm run room is asked for', () => {
  it('is a deck, what is to be done and a port, in either way of writing and any order', () => {
    expect(read()).toEqual({ deck: [], port: 3030 })
    expect(read('depression', '--port', '4721')).toEqual({ deck: ['depression'], port: 4721 })
    for (const agenda of [['--agenda', '60'], ['--agenda=60']])
      expect(read('--again', ...agenda, '--port=4721')).toEqual({ does: 'again', deck: ['--agenda', '60'], port: 4721 })
    expect(roomOptions(['--serve'], { PORT: '4000' })).toEqual({ does: 'serve', deck: [], port: 4000 })
  })

  it.each(['--help', '-h'])('%s says how all of that is asked for', (help) => {
    for (const option of ['<section>', '--agenda', '--again', '--port', '--forget', '--serve', '--open'])
      expect(read(help).help).toContain(`npm run room -- ${option}`)
  })

  it.each([
    [['--agian'], 'There is no option "--agian". Did you mean "--again"? Use: npm run room'],
    [['--prot', '4721'], 'There is no option "--prot". Did you mean "--port"? Use: npm run room'],
    [['--agenda'], '--agenda needs a value behind it. Use: npm run room'],
    [['--port', 'abc'], '--port must be a number from 1 to 65535 (it is "abc").'],
    [['depression', 'gut'], 'Name one section, or one agenda (not "depression gut"). Use: npm run room'],
    [['--agenda', '60', 'gut'], 'Name one section, or one agenda (not "--agenda 60 gut"). Use: npm run room'],
    [['--again', '--forget'], '--again and --forget are two commands: give one. Use: npm run room'],
    [['--forget', 'K7QPM'], '--forget deletes all rooms: leave out "K7QPM". Use: npm run room'],
  ])('is refused where it is not understood: %j', (args, text) => {
    expect(() => read(...args)).toThrow(text)
  })

  it('forgets the rooms of other processes too only where that is said', () => {
    const env = { ROOM_STORE: 'postgres://rooms' }
    expect(() => roomOptions(['--forget'], env)).toThrow('If that is meant: npm run room -- --forget --everywhere.')
    expect(roomOptions(['--forget', '--everywhere'], env)).toMatchObject({ does: 'forget' })
    expect(() => read('--forget', '--everywhere')).toThrow('--everywhere goes with --forget, where ROOM_STORE says')
    expect(() => roomOptions(['--everywhere'], env)).toThrow('--everywhere goes with --forget')
  })

  it('takes the public site by its whole address alone, as each phone has to open it', () => {
    expect(roomOptions([], { PUBLIC_URL: 'https://your.site/course' }).home).toBe('https://your.site/course/')
    expect(roomOptions([], { PUBLIC_URL: 'https://your.site' }).home).toBe('https://your.site/')
    for (const wrong of ['your.site/course', 'localhost:3030', '/course/', 'ftp://your.site/'])
      expect(() => roomOptions([], { PUBLIC_URL: wrong })).toThrow(`PUBLIC_URL must be the whole address of the public site, such as https://your.site/course/ (it is "${wrong}").`)
  })

  it('is refused where npm took it for its own, as it does without --', () => {
    expect(() => roomOptions([], { npm_config_again: 'true' })).toThrow('npm took --again for an option of its own: put -- before it. Use: npm run room --')
  })
})

describe.each([['npm run room', 'scripts/room.ts'], ['npm start', 'scripts/start.ts']])('%s', (command, script) => {
  const run = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', timeout: 30_000 })

  it('refuses an option that it does not know before anything is built', () => {
    const { status, stdout, stderr } = run('--prot', '4721')
    expect(stdout).toBe('')
    expect(stderr).toContain(`There is no option "--prot". Did you mean "--port"? Use: ${command}`)
    expect(status).toBe(1)
  })

  it('says at --help how it is used, and does nothing', () => {
    const { status, stdout, stderr } = run('--help')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain(`${command} -- --port <port>`)
    expect(stdout).not.toContain('Building')
  })
})

it('npm start refuses what it would not heed', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/start.ts', 'depression'], { encoding: 'utf8', timeout: 30_000 })
  expect(stderr).toContain('npm start takes the whole course: leave out "depression". Use: npm start')
  expect(status).toBe(1)
})
