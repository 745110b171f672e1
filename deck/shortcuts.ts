import { defineShortcutsSetup } from '@slidev/types'

/** Moving the deck is keys.ts's, as Slidev's keys do nothing while a button has the focus; the rest stays Slidev's. */
const MOVES = /^(?:next|prev)_(?:space|right|left|page_key|down|up|shift)$/

export default defineShortcutsSetup((_, shortcuts) => shortcuts.filter(({ name }) => !MOVES.test(name ?? '')))
