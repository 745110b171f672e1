import { expect, it } from 'vitest'
import { windowsPlaces } from './chromium.ts'

it('looks for Chrome, then Edge, where Windows has them', () => {
  expect(windowsPlaces({ 'ProgramFiles': 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' })).toEqual([
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ])
  expect(windowsPlaces({})).toEqual([])
})
