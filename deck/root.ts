import { defineRootSetup } from '@slidev/types'
import { listenToKeys } from './keys.ts'
import { scrollInTalk } from './scrollInTalk.ts'
import { useGroup } from './useGroup.ts'
import { useTalk } from './useTalk.ts'

export default defineRootSetup(() => {
  useTalk()
  useGroup()
  scrollInTalk()
  listenToKeys()
})
